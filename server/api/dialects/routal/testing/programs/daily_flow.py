"""The recipe's Python flow: what is new of the day's orders is pushed in chunks, then optimized and dispatched."""

import json
import os
import sys

import requests

ROUTAL_API_KEY = os.environ["ROUTAL_API_KEY"]
PROJECT_ID = os.environ["ROUTAL_PROJECT_ID"]
BASE = os.environ["ROUTAL_BASE"]


def list_external_ids_in_plan(plan_id: str) -> set:
    resp = requests.get(
        f"{BASE}/v2/plan/{plan_id}/stops",
        params={"private_key": ROUTAL_API_KEY},
        timeout=30,
    )
    resp.raise_for_status()
    return {s.get("external_id", "") for s in resp.json()}


def push_daily_orders(plan_id: str, orders: list) -> dict:
    if not orders:
        return {"created": 0}
    existing = list_external_ids_in_plan(plan_id)
    new_ones = [o for o in orders if o["id"] not in existing]
    for i in range(0, len(new_ones), 250):
        payload = [
            {
                "external_id": o["id"],
                "label": f"{o['customer']} — {o['address']}",
                "location": {"lat": o["lat"], "lng": o["lng"], "address": o["address"]},
                "duration": 180,
                "time_windows": [[o["window_from_sec"], o["window_to_sec"]]],
                "phone": o["phone"],
                "email": o["email"],
                "weight": o["weight_kg"],
                "tasks": [
                    {"type": "scan", "label": "Scan tracking barcode"},
                    {"type": "signature", "label": "Customer signature"},
                ],
            }
            for o in new_ones[i : i + 250]
        ]
        resp = requests.post(
            f"{BASE}/v2/stops",
            params={"private_key": ROUTAL_API_KEY, "plan_id": plan_id, "project_id": PROJECT_ID},
            json=payload,
            timeout=60,
        )
        resp.raise_for_status()
    return {"created": len(new_ones)}


def dispatch_plan(plan_id: str) -> None:
    requests.post(
        f"{BASE}/v2/plan/{plan_id}/optimize",
        params={"private_key": ROUTAL_API_KEY},
        timeout=120,
    ).raise_for_status()
    resp = requests.get(
        f"{BASE}/v2/plan/{plan_id}/routes",
        params={"private_key": ROUTAL_API_KEY},
        timeout=30,
    )
    resp.raise_for_status()
    for route in resp.json():
        requests.post(
            f"{BASE}/v2/route/{route['id']}/dispatch",
            params={"private_key": ROUTAL_API_KEY},
            timeout=30,
        ).raise_for_status()


plan, day = sys.argv[1], json.load(sys.stdin)
print(json.dumps(push_daily_orders(plan, day)))
print(json.dumps(push_daily_orders(plan, day)))
dispatch_plan(plan)
print(json.dumps("dispatched"))
