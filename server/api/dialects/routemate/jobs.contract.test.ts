import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { driverActor } from "@/server/auth/driver-actor";
import { jobRequest, locatedStop, office } from "./testing/office";
