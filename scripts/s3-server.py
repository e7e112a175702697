"""OpenStack Swift with its S3 API in one process on loopback, as far as tests need it: `s3-server.py FOLDER`.

Account, container, object and proxy server are Swift's own, with one device and one replica; objects lie in memory.
The keys are taken from S3_ACCESS_KEY (`account:user`) and S3_SECRET_KEY. Prints the port once it listens, and ends with
its standard input.
"""

import os
import sys

import eventlet

eventlet.monkey_patch()

from eventlet import wsgi
from swift.common import utils
from swift.common.ring import RingBuilder

folder = sys.argv[1]
ACCESS_KEY, SECRET_KEY, REGION = os.environ["S3_ACCESS_KEY"], os.environ["S3_SECRET_KEY"], "us-east-1"

PROXY = f"""
[DEFAULT]
swift_dir = {folder}
[pipeline:main]
pipeline = catch_errors gatekeeper listing_formats s3api tempauth proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = {REGION}
allow_multipart_uploads = false
auth_pipeline_check = false
cors_preflight_allow_origin = *
[filter:tempauth]
use = egg:swift#tempauth
user_{ACCESS_KEY.replace(":", "_")} = {SECRET_KEY} .admin
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
"""


def backend(app, devices):
    return f"""
[DEFAULT]
swift_dir = {folder}
devices = {devices}
mount_check = false
[pipeline:main]
pipeline = server
[app:server]
use = egg:swift#{app}
"""


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write(text)
    return path


class Cache:
    """What memcached is to Swift."""

    def __init__(self):
        self.values = {}

    def get(self, key, **_):
        return self.values.get(key)

    def set(self, key, value, **_):
        self.values[key] = value

    def delete(self, key, **_):
        self.values.pop(key, None)


def with_cache(app):
    cache = Cache()
    return lambda env, start: app({**env, "swift.cache": cache}, start)


def make_ring(name, port):
    builder = RingBuilder(1, 1, 0)
    builder.add_dev({"region": 1, "zone": 1, "weight": 1, "ip": "127.0.0.1", "port": port, "device": "disk"})
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, f"{name}.ring.gz"))


write("swift.conf", "[swift-hash]\nswift_hash_path_suffix = tests\n[storage-policy:0]\nname = tests\ndefault = yes\n")
utils.set_swift_dir(folder)

from swift.common.http_protocol import SwiftHttpProtocol
from swift.common.wsgi import loadapp

devices = os.path.join(folder, "devices")
os.makedirs(os.path.join(devices, "disk"))
sockets = {name: eventlet.listen(("127.0.0.1", 0)) for name in ("account", "container", "object", "proxy")}
for name in ("account", "container", "object"):
    make_ring(name, sockets[name].getsockname()[1])

configurations = {
    "account": write("account-server.conf", backend("account", devices)),
    "container": write("container-server.conf", backend("container", devices)),
    "object": write("object-server.conf", backend("mem_object", devices)),
    "proxy": write("proxy-server.conf", PROXY),
}
for name, socket in sockets.items():
    app = loadapp(configurations[name], global_conf={"log_name": name}, allow_modify_pipeline=False)
    if name == "proxy":
        app = with_cache(app)
    eventlet.spawn(
        wsgi.server,
        socket,
        app,
        utils.NullLogger(),
        protocol=SwiftHttpProtocol,
        capitalize_response_headers=False,
    )

print(sockets["proxy"].getsockname()[1], flush=True)
eventlet.tpool.execute(sys.stdin.read)
