"""So much of the `requests` library as the recipe's flow uses, for machines that have the standard library alone."""

import json as _json
import urllib.error
import urllib.parse
import urllib.request


class HTTPError(Exception):
    pass


class _Response:
    def __init__(self, status, body):
        self.status_code, self._body = status, body

    def json(self):
        return _json.loads(self._body)

    def raise_for_status(self):
        if self.status_code >= 400:
            raise HTTPError(f"{self.status_code}: {self._body.decode()}")


def _ask(method, url, params=None, json=None, timeout=None):
    data = None if json is None else _json.dumps(json).encode()
    headers = {} if json is None else {"Content-Type": "application/json"}
    address = url + "?" + urllib.parse.urlencode(params or {})
    request = urllib.request.Request(address, data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return _Response(answer.status, answer.read())
    except urllib.error.HTTPError as error:
        return _Response(error.code, error.read())


def get(url, **options):
    return _ask("GET", url, **options)


def post(url, **options):
    return _ask("POST", url, **options)
