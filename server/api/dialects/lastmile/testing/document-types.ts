// Made from the endpoints' schemas by `npm run api:types`. Not for editing.
export interface paths {
    "/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is being broken now: promises, and how much stands in the inbox */
        get: operations["getAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/areas/{areaId}/heatmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How dense open deliveries and drivers are, in squares
         * @description The area `default` is everywhere; only there drivers are counted outside squares with deliveries.
         */
        get: operations["getAreaHeatmap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An assignment: its driver, vehicle and route, timed from now */
        get: operations["getAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignmentId}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep automatic changes from an assignment, or let them */
        post: operations["lockAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignmentId}/push-to-driver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an assignment before its driver again
         * @description His app hears of it; a new link goes wherever he has an address, and the one before opens nothing more.
         */
        post: operations["pushAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignmentId}/replan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a route in order anew from now on, with deliveries added */
        post: operations["replanAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{assignmentJobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an assignment job
         * @description Days it has assigned stay so. One that has ended by itself is refused.
         */
        post: operations["cancelAssignmentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/auto": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put deliveries on drivers' routes
         * @description Deliveries are planned on their own days and their routes given to the drivers. What is on a route already stays on it. Up to 200 are answered at once; more, or with Prefer: respond-async, become a job.
         */
        post: operations["assignDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/bulk-unassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take many deliveries off their routes
         * @description Each by itself: what cannot leave its route, or is not there, is told in skipped.
         */
        post: operations["bulkUnassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["readAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries that meet everything asked, newest first */
        get: operations["listDeliveries"];
        put?: never;
        /**
         * Create a delivery, or several
         * @description An object is answered by the delivery, an array by `{ deliveries }`, each in its place.
         */
        post: operations["createDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A delivery with its assignments, telemetry and timeline */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change doors, windows, contacts or metadata
         * @description Only while nobody is under way with it: afterwards 409.
         */
        patch: operations["patchDelivery"];
        trace?: never;
    };
    "/deliveries/{deliveryId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a delivery
         * @description Says whether it worked and what is left to put right. A driver who has it on his route is told. Goods that are aboard, or a stop that is made, keep it: `cancelled` is then false. One that is over is refused.
         */
        post: operations["cancelDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{deliveryId}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a delivery to support, under their case
         * @description It becomes an exception of the desk's inbox; one that is there already gets a note, or is escalated.
         */
        post: operations["escalateDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{deliveryId}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a delivery stands now: status, driver, expected arrival, progress */
        get: operations["getLiveDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{deliveryId}/pod": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A delivery's proof of delivery
         * @description That of where it goes, else of where it was fetched; `items` has both. Each look is in the audit trail.
         */
        get: operations["getDeliveryPod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{deliveryId}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a delivery another window
         * @description It leaves the route it is on and waits to be planned; a driver who has it already is told. A `reservation_id` gives it the slot's day and window, and makes that place its own.
         */
        post: operations["rescheduleDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a failed delivery once more
         * @description It leaves the route it failed on and is scheduled for its new day, where it waits for a route. A `reservation_id` gives it the slot's day and window. Refused once it has been tried too often.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{deliveryId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that happened to a delivery and at its doors, newest first */
        get: operations["getDeliveryTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create any number of deliveries, one JSON object a line
         * @description Lines are taken while they come, and become deliveries in a job: lines that are right go in although others are not. Each may have 64,000 characters. Instead of the lines `s3_uri` may name an object in the installation's own bucket, below `<tenant id>/imports/`.
         */
        post: operations["bulkCreateDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/assignment/{assignmentId}/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A route with its way, its stops, and which comes next */
        get: operations["getDriverRoute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/assignments/{assignmentId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The driver takes a route he was offered */
        post: operations["acceptAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/assignments/{assignmentId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The driver does not take a route, and says why
         * @description Its deliveries go back into the pool; nobody else's are touched. A route that is started cannot be declined.
         */
        post: operations["declineAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/assignments/{assignmentId}/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A route with its way, its stops, and which comes next */
        get: operations["getDriverRoutePlural"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/assignments/{assignmentId}/start-route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The driver sets off */
        post: operations["startRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/assignments/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The driver's assignments as they change, as server-sent events
         * @description First `snapshot` with all of them, then `assignment` with one that was given, changed, or taken away (then it is null). Last-Event-ID resumes; whoever has missed too much hears a new `snapshot`. The stream ends with its token.
         */
        get: operations["streamAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The driver begins his shift */
        post: operations["checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The driver ends his shift */
        post: operations["checkOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where the driver is, or has been
         * @description Sent late, a location is kept for its own time: where he was last is moved by newer ones only.
         */
        post: operations["reportLocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/stop/{stopId}/partial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Some of it was handed over */
        post: operations["partialStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/stops/{stopId}/arrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The driver is at the door */
        post: operations["arriveAtStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/stops/{stopId}/attempt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The driver has tried, and nobody could be served
         * @description Numbered from 1; a number told before changes nothing, one beyond the policy's attempts is refused.
         */
        post: operations["attemptStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/stops/{stopId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It was handed over, with the proof of it
         * @description The signature comes as an asset's URL or in base64, photos as URLs of assets (`POST /pod/request-upload`); both are counted and hashed as they are kept. A pickup that is complete delivers nothing.
         */
        post: operations["completeStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/stops/{stopId}/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The delivery has failed
         * @description `return_to_warehouse` sends it back; `reschedule` leaves it failed until a retry is asked for. `no_one_home` is refused (422, `contact-rules`) before what the policy's `contact_attempt_rules` ask for: attempts told of this stop and `contact_attempts` count, and the time since the arrival. What is told more than five minutes late is taken.
         */
        post: operations["failStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-api/stops/{stopId}/partial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Some of it was handed over */
        post: operations["partialStopPlural"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drivers that meet everything asked, newest first */
        get: operations["listDrivers"];
        put?: never;
        /** Add a driver */
        post: operations["createDriver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drivers/{driverId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A driver, active or not */
        get: operations["getDriver"];
        put?: never;
        post?: never;
        /**
         * Deactivate a driver
         * @description He is not erased: what he delivered stays his. PATCH with `active` brings him back.
         */
        delete: operations["deactivateDriver"];
        options?: never;
        head?: never;
        /** Change a driver */
        patch: operations["patchDriver"];
        trace?: never;
    };
    "/drivers/{driverId}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a driver deliveries
         * @description They go on his open route of their day, each where it costs least; without one he gets a route. What he has already stays as it is. A driver has one route a day: where that is locked or over nothing can be added to it, which is a 409. With force also what another driver has and has not begun.
         */
        post: operations["assignDriver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drivers/{driverId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A driver's documents, with addresses to read them at
         * @description For whoever may change drivers. Each look is in the audit trail (`action=driver.documents-viewed`).
         */
        get: operations["listDriverDocuments"];
        put?: never;
        /**
         * An address to send a driver's ID, licence or insurance to
         * @description Send the file by PUT to `upload_url`, with the headers named and no token, before it expires. It is the driver's once its bytes have come and are what was announced.
         */
        post: operations["requestDriverDocumentUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drivers/{driverId}/impersonate-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A short-lived token for a driver's app
         * @description Good for this driver's own work (driver-api, realtime, his proofs) and nothing else; the audit trail names who asked.
         */
        post: operations["impersonateDriver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drivers/{driverId}/location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a driver was last, and when */
        get: operations["getDriverLocation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drivers/{driverId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a driver is there, and where */
        post: operations["setDriverStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drivers/{driverId}/unassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take deliveries from a driver, or give them to another
         * @description What is under way or done stays with him and is told in skipped.
         */
        post: operations["unassignDriver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drivers/{driverId}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a driver has on his routes, and had */
        get: operations["listDriverWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exceptions that meet everything asked, newest first */
        get: operations["listExceptions"];
        put?: never;
        /**
         * Write an exception down
         * @description Of one type a delivery has one that stands: asked for again, it is answered with 200.
         */
        post: operations["createException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exceptions/{exceptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An exception, with what may be done about it */
        get: operations["getException"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether optimizer, partner connectors, location ingestion and push notifications are well
         * @description Without a token it says whether, with one also by what figures.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring in any number of deliveries or drivers, one JSON object a line
         * @description As `/deliveries/bulk`, for what is moved here from elsewhere: lines are taken while they come, and go in by a job, those that are right although others are not. A driver's `vehicle_id` and `partner_id` are ours.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is, and what it could not do */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job
         * @description What it has done stays. One that has ended by itself is refused.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of this tenant, newest first, without their secrets */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key for a program
         * @description It can be given no scope that the key asking has not.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How deliveries, routes, expectations and evidence went in a period
         * @description Counted by the days of plans. Without anything to count, sums are 0 and averages null.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A short-lived token for a client or a key (OAuth 2.0 client credentials)
         * @description Good for an hour, or for as long as the secret it was given for. Of the scopes asked for it has those the client has. It ends at once when its client is shut or its secret is over.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/optimizer/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same deliveries planned by several strategies, to choose from; nothing is stored */
        post: operations["listPlanOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/optimizer/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an assignment would come to; nothing is stored */
        post: operations["previewPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/optimizer/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How busy the optimizer is, and how long it usually takes */
        get: operations["getOptimizerStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner-api/partners/{partnerId}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a partner has to do, oldest first */
        get: operations["listPartnerAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner-api/partners/{partnerId}/assignments/{assignmentId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how an assignment is going
         * @description A partner's token signs what it writes: X-Partner-Timestamp (seconds since 1970, five minutes off at most) and X-Partner-Signature: sha256=<hex HMAC-SHA256(signing_secret, timestamp + "." + body)>. A key of the tenant's need not.
         */
        post: operations["postPartnerStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner-api/partners/{partnerId}/driver-sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add and change a partner's drivers and vehicles, by its own names for them
         * @description A partner's token signs what it writes: X-Partner-Timestamp (seconds since 1970, five minutes off at most) and X-Partner-Signature: sha256=<hex HMAC-SHA256(signing_secret, timestamp + "." + body)>. A key of the tenant's need not.
         */
        post: operations["syncPartnerDrivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner-api/partners/{partnerId}/manifest/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what is fetched, and hear which deliveries that is
         * @description A partner's token signs what it writes: X-Partner-Timestamp (seconds since 1970, five minutes off at most) and X-Partner-Signature: sha256=<hex HMAC-SHA256(signing_secret, timestamp + "." + body)>. A key of the tenant's need not.
         */
        post: operations["uploadManifest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partners, newest first */
        get: operations["listPartners"];
        put?: never;
        /** Register a partner */
        post: operations["createPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partners/{partnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A partner, in use or not */
        get: operations["getPartner"];
        put?: never;
        post?: never;
        /**
         * Stop using a partner
         * @description It is disabled, not deleted: what it delivered stays its own.
         */
        delete: operations["disablePartner"];
        options?: never;
        head?: never;
        /**
         * Change a partner
         * @description Metadata is laid over what is there; lists take the old ones' place.
         */
        patch: operations["patchPartner"];
        trace?: never;
    };
    "/partners/{partnerId}/capabilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a partner does, where, and by what */
        get: operations["getPartnerCapabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partners/{partnerId}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how a partner is reached, and try it
         * @description Stored encrypted, never said again, in the place of what was there. Kept also where the trial fails: look at test.
         */
        post: operations["setPartnerCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partners/{partnerId}/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How well a partner delivers */
        get: operations["getPartnerPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partners/{partnerId}/rates/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a partner what a sample route would cost
         * @description Nothing is ordered. A partner who does not answer, or says no, is an answer: ok is false.
         */
        post: operations["testPartnerRates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pod": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a stop's proof of delivery
         * @description Every file named is read, counted and hashed before it counts; those that have not arrived, or are not what was announced, are named in a 422. A stop has one POD: asked again the answer is the same one (200), with further files added; nothing is taken out or replaced. It does not complete the stop, which is its driver's act.
         */
        post: operations["registerPod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pod/{podId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A proof of delivery, with addresses to read its files at
         * @description Each look is in the audit trail (`action=proof.viewed`): who, when, and at which files.
         */
        get: operations["getPod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pod/request-upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Addresses to send a signature, photos or documents to
         * @description Send each file by PUT to its `upload_url`, with the headers named and no token, before it expires. It is evidence once `POST /pod` names its `asset_url`. A file is kept as it came; length and SHA-256 that are said are insisted on.
         */
        post: operations["requestPodUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often is tried, what then, and which partner is asked */
        get: operations["getPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change policies
         * @description What is left out stays, inside the rules as well. They hold from then on, for what is under way too.
         */
        patch: operations["patchPolicies"];
        trace?: never;
    };
    "/public/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a customer may know of his delivery
         * @description Whoever has the tracking number may ask. No name, number or street, and a van only as the policy says.
         */
        get: operations["trackPublicly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say events again: to subscribers, or to what is learned from them
         * @description A job does it, whose lines are events; ids nobody knows are its errors. Who hears a message again knows it by its id.
         */
        post: operations["replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/returns/pickup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have goods fetched and brought back
         * @description A delivery of type `return`: from a delivery's own address, or from the pickup named.
         */
        post: operations["scheduleReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles people of this tenant can have, and what each may do */
        get: operations["listRoles"];
        put?: never;
        /**
         * Make a role of the tenant's own
         * @description It can be given nothing that the key asking may not do itself.
         */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/driver-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a sandbox's driver accept, set off, arrive, deliver, fail or finish
         * @description It goes the way every driver's acts go, with all that follows. Only a sandbox's keys may ask.
         */
        post: operations["simulateDriverEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/partner-behavior": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a sandbox's partner answer offers late, with 500, in riddles, with no, or not at all, from now on
         * @description Its rates, offers and cancellations go the way every partner's do. Only a sandbox's keys may ask.
         */
        post: operations["simulatePartnerBehavior"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/partner-callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a sandbox's partner say how an assignment is going; twice, late or out of order if wished
         * @description It goes the way every partner's calls go, with all that follows. Only a sandbox's keys may ask.
         */
        post: operations["simulatePartnerCallbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a sandbox's driver be seen along a whole route
         * @description Positions in equal steps along its way, taken in as a phone's are. Only a sandbox's keys may ask.
         */
        post: operations["simulateTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlement-refs/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Under which names others settle a delivery */
        get: operations["getSettlementRefs"];
        put?: never;
        /**
         * Note under which names others settle a delivery
         * @description Names that are known stay as they are. Sums are taken by nobody here: what else is sent is left out.
         */
        post: operations["addSettlementRefs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slots/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The slots an address can still book
         * @description None where nobody drives to it.
         */
        get: operations["findSlotAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slots/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a place back, confirmed or not */
        post: operations["cancelSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slots/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a reservation last
         * @description Asked again, the answer is the same. Refused once its time is over and the slot is full.
         */
        post: operations["confirmSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/slots/reserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a place in a slot for a while */
        post: operations["reserveSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/streams/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens to a delivery, as server-sent events
         * @description First `snapshot`, then one event for each thing that happens, named after it. Last-Event-ID resumes. A customer shows the delivery's tracking number as `token` instead of a bearer, and hears less.
         */
        get: operations["streamDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Vehicles that meet everything asked, newest first */
        get: operations["listVehicles"];
        put?: never;
        /** Add a vehicle */
        post: operations["createVehicle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vehicles/{vehicleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A vehicle, in use or not */
        get: operations["getVehicle"];
        put?: never;
        post?: never;
        /**
         * Take a vehicle out of use
         * @description It is retired, not deleted: what was driven with it stays its own.
         */
        delete: operations["deleteVehicle"];
        options?: never;
        head?: never;
        /** Change a vehicle */
        patch: operations["patchVehicle"];
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who hears what happens, newest first, without secrets */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have an address told what happens from now on
         * @description Messages are POSTed as JSON (`WebhookMessage`), at least once each, those about one delivery in their order; any 2xx takes one, anything else has it sent again for a day. After 50 failures in a row nothing is sent until somebody has looked. Signed three ways: Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`); `X-Dray-Signature: t=<unix>,v1=<hex HMAC-SHA256 of t.body>`; `X-Dray-Signature-256: sha256=<hex HMAC-SHA256 of the raw body>`.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a subscription
         * @description What waits for it is not sent any more.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a subscriber a message that tells of nothing, and say what came back */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        __schema0: unknown;
        AccessToken: {
            access_token: string;
            /** @description Seconds. */
            expires_in: number;
            scope: string;
            /** @constant */
            token_type: "Bearer";
        };
        ActedAssignment: {
            assignment_id: string;
            date: string;
            driver_id: string;
            ends_at: string;
            id: string;
            next_stop: components["schemas"]["DriverStop"] | null;
            /**
             * @description superseded: kept, but something newer stands, or the same said earlier.
             * @enum {string}
             */
            result: "applied" | "duplicate" | "superseded";
            route_id: string;
            starts_at: string;
            /** @enum {string} */
            status: "offered" | "accepted" | "declined" | "started" | "finished";
            stops: components["schemas"]["DriverStop"][];
            vehicle_id: string;
        };
        ActedStop: {
            address: string;
            arrived_at: string | null;
            assignment_id: string;
            completed_at: string | null;
            delivery_id: string;
            /** @enum {string} */
            delivery_status: "requested" | "scheduled" | "assigned" | "enroute" | "delivered" | "failed" | "cancelled" | "returned";
            /** @description Once made: when the driver was there. */
            eta: string;
            id: string;
            location: {
                lat: number;
                lon: number;
            } | null;
            name: string;
            notes: string | null;
            reason: string | null;
            /**
             * @description superseded: kept, but something newer stands, or the same said earlier.
             * @enum {string}
             */
            result: "applied" | "duplicate" | "superseded";
            /** @description From 1; null: it was tried here, and is planned elsewhere by now. */
            sequence: number | null;
            /** @enum {string} */
            status: "pending" | "enroute" | "arrived" | "completed" | "partial" | "attempted" | "failed";
            stop_id: string;
            /** @enum {string} */
            type: "pickup" | "dropoff";
        };
        /** @description Coordinates win over geocoding; lat and lon may stand beside line1. */
        Address: {
            city?: string;
            country?: string;
            formatted?: string;
            lat?: number;
            line1?: string;
            line2?: string;
            location?: components["schemas"]["Location"];
            lon?: number;
            postal_code?: string;
            region?: string;
        };
        /** @description Takes the place of the one there; `line2` alone only of its second line. */
        AddressPatch: {
            city?: string;
            country?: string;
            formatted?: string;
            lat?: number;
            line1?: string;
            line2?: string;
            location?: components["schemas"]["Location"];
            lon?: number;
            postal_code?: string;
            region?: string;
        };
        Alerts: {
            /** @description Of those nobody has acknowledged. */
            critical_count: number;
            /** @description That stand and are in sight. */
            exceptions_count: number;
            /** @description Routes expected past a promise, newest first; a hundred at most. */
            sla_breaches: components["schemas"]["Exception"][];
            unacknowledged_count: number;
        };
        ArriveRequest: {
            location?: components["schemas"]["Location"];
            /**
             * Format: date-time
             * @description When it was; absent: now. Sent again with it, an act is the same act.
             */
            timestamp?: string;
        };
        Assignment: {
            assignment_id: string;
            /** @description In units of the currency. */
            cost: number;
            currency: string;
            date: string;
            delivery_ids: string[];
            driver_id: string;
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            end_at: string;
            estimated_distance_m: number;
            /** @description From leaving to being back. */
            estimated_time_s: number;
            eta_per_stop: {
                delivery_id: string;
                /**
                 * Format: date-time
                 * @description RFC 3339.
                 */
                eta: string;
                stop_id: string;
            }[];
            id: string;
            locked: boolean;
            next_stop: components["schemas"]["RouteStop"] | null;
            /** @description Encoded polyline, precision 5. */
            route_geometry: string;
            route_id: string;
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            start_at: string;
            /** @enum {string} */
            status: "planned" | "assigned" | "in_progress" | "completed";
            stops: components["schemas"]["RouteStop"][];
            vehicle_id: string;
            version: number;
        };
        AssignmentPush: {
            /** @description As it is now; null: it is this driver's no more. */
            assignment: components["schemas"]["DriverAssignment"] | null;
            assignment_id: string;
            /** @description What happened, as in the timeline. */
            type: string;
        };
        Assignments: {
            assignments: components["schemas"]["Assignment"][];
            /** @description What found no room and a partner has taken, where partner_routing.overflow says so. */
            handed_over: {
                assignment_id: string;
                delivery_id: string;
                partner_id: string;
            }[];
            unassigned: components["schemas"]["UnassignedDelivery"][];
        };
        AssignRequest: {
            delivery_ids: string[];
            /**
             * @description Also what another driver has and has not begun.
             * @default false
             */
            force?: boolean;
        };
        AttemptRequest: {
            attempt_number: number;
            /** @description How the recipient was tried to be reached, as the policy's `contact_attempt_rules` may ask for. */
            contact_attempts?: {
                /** @enum {string} */
                channel: "call" | "sms" | "doorbell";
                /**
                 * Format: date-time
                 * @description RFC 3339.
                 */
                timestamp?: string;
            }[];
            location?: components["schemas"]["Location"];
            notes?: string;
            /** @enum {string} */
            reason?: "no_one_home" | "wrong_address" | "refused" | "no_access" | "damaged" | "vehicle_problem" | "not_enough_time" | "other";
            /**
             * Format: date-time
             * @description When it was; absent: now. Sent again with it, an act is the same act.
             */
            timestamp?: string;
        };
        AuditEntry: {
            action: string;
            actor: {
                kind: string;
                label: string;
            };
            after: {
                [key: string]: unknown;
            } | null;
            before: {
                [key: string]: unknown;
            } | null;
            correlation_id: string;
            data: {
                [key: string]: unknown;
            };
            entity: string;
            entity_id: string;
            received_at: string;
            sequence: number;
            timestamp: string;
        };
        AutoAssignRequest: {
            /** @default {} */
            constraints?: {
                max_stops_per_route?: number;
                /** @enum {string} */
                vehicle_type?: "bike" | "car" | "van" | "truck";
            };
            delivery_ids: string[];
            /**
             * @default balanced
             * @enum {string}
             */
            strategy?: "latency" | "cost" | "balanced";
            /**
             * @description strict: kept, or the delivery is left out; soft: missed rather than left out; ignore: any time.
             * @default strict
             * @enum {string}
             */
            time_window_policy?: "strict" | "hard" | "soft" | "flexible" | "ignore";
        };
        Cancellation: {
            cancelled: boolean;
            delivery_id: string;
            reconcile_actions: {
                action: string;
                reason: string;
            }[];
            /** @enum {string} */
            status: "requested" | "scheduled" | "assigned" | "enroute" | "delivered" | "failed" | "cancelled" | "returned";
        };
        CancelRequest: {
            reason?: string;
            refund_hint?: string;
        };
        Capacity: {
            /** @description Litres; absent: no limit. */
            volume?: number;
            /** @description Grams; absent: no limit. */
            weight?: number;
        };
        CompletedStop: {
            address: string;
            arrived_at: string | null;
            assignment_id: string;
            completed_at: string | null;
            delivery_id: string;
            /** @enum {string} */
            delivery_status: "requested" | "scheduled" | "assigned" | "enroute" | "delivered" | "failed" | "cancelled" | "returned";
            /** @description Once made: when the driver was there. */
            eta: string;
            id: string;
            location: {
                lat: number;
                lon: number;
            } | null;
            name: string;
            notes: string | null;
            pod: components["schemas"]["Pod"] | null;
            pod_id: string | null;
            reason: string | null;
            /**
             * @description superseded: kept, but something newer stands, or the same said earlier.
             * @enum {string}
             */
            result: "applied" | "duplicate" | "superseded";
            /** @description From 1; null: it was tried here, and is planned elsewhere by now. */
            sequence: number | null;
            /** @enum {string} */
            status: "pending" | "enroute" | "arrived" | "completed" | "partial" | "attempted" | "failed";
            stop_id: string;
            /** @enum {string} */
            type: "pickup" | "dropoff";
        };
        CompleteRequest: {
            location?: components["schemas"]["Location"];
            /** @default  */
            notes?: string;
            /**
             * @description Assets' URLs.
             * @default []
             */
            photos?: (string | {
                url: string;
            } | {
                base64: string;
                /**
                 * @description Absent: as its bytes say.
                 * @enum {string}
                 */
                content_type?: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
            })[];
            /** @default  */
            recipient_name?: string;
            /** @description An asset's URL, or the picture itself in base64. */
            recipient_signature?: (string | {
                url: string;
            } | {
                base64: string;
                /**
                 * @description Absent: as its bytes say.
                 * @enum {string}
                 */
                content_type?: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
            }) | null;
            /**
             * @default delivered
             * @constant
             */
            status?: "delivered";
            /**
             * Format: date-time
             * @description When it was; absent: now. Sent again with it, an act is the same act.
             */
            timestamp?: string;
        };
        /** @description Fields the project has of its own (Settings → Custom fields), by their names; any other is refused, as is a value that is not of the field's kind. Once some of a new one are said, required ones have to be. Null empties one that is not required. */
        CustomFields: {
            [key: string]: string | number | boolean | null;
        };
        DeclineRequest: {
            notes?: string;
            /** @enum {string} */
            reason?: "sick" | "vehicle_problem" | "shift_over" | "too_far" | "too_much" | "mistake" | "other";
            /** @enum {string} */
            reason_code?: "sick" | "vehicle_problem" | "shift_over" | "too_far" | "too_much" | "mistake" | "other";
            /**
             * Format: date-time
             * @description When it was; absent: now. Sent again with it, an act is the same act.
             */
            timestamp?: string;
        };
        Delivery: {
            area: string;
            assignment: components["schemas"]["DeliveryAssignment"] | null;
            created_at: string;
            delivery_id: string;
            dropoff: {
                address: {
                    [key: string]: unknown;
                };
                instructions: string;
                recipient: {
                    email: string;
                    name: string;
                    phone: string;
                };
                window: {
                    from: string;
                    to: string;
                } | null;
            } | null;
            id: string;
            metadata: {
                [key: string]: unknown;
            };
            order_id: string | null;
            packages: {
                [key: string]: unknown;
            }[];
            partner_id: string | null;
            pickup: {
                address: {
                    [key: string]: unknown;
                };
                contact: {
                    email: string;
                    name: string;
                    phone: string;
                };
                instructions: string;
                window: {
                    from: string;
                    to: string;
                } | null;
            } | null;
            /** @enum {string} */
            priority: "high" | "normal";
            /** @enum {string} */
            service_level: "standard" | "express" | "same_day";
            source: string | null;
            source_id: string | null;
            /** @enum {string} */
            status: "requested" | "scheduled" | "assigned" | "enroute" | "delivered" | "failed" | "cancelled" | "returned";
            tracking_number: string;
            /** @enum {string} */
            type: "delivery" | "return";
            updated_at: string;
            version: number;
        };
        DeliveryAssignment: {
            /** @description The route's, as an assignment. */
            assignment_id: string;
            driver_id: string;
            eta: string;
            route_id: string;
            vehicle_id: string;
        };
        DeliveryPatch: {
            area?: string;
            dropoff?: {
                address?: components["schemas"]["AddressPatch"];
                instructions?: string;
                recipient?: components["schemas"]["Person"];
                window?: components["schemas"]["Window"] | null;
            };
            metadata?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            packages?: components["schemas"]["Package"][];
            pickup?: {
                address?: components["schemas"]["AddressPatch"];
                contact?: components["schemas"]["Person"];
                instructions?: string;
                window?: components["schemas"]["Window"] | null;
            };
            /** @enum {string} */
            priority?: "high" | "normal";
            /** @enum {string} */
            service_level?: "standard" | "express" | "same_day";
            /** @description As If-Match. */
            version?: number;
        };
        DeliveryPod: {
            /** @description All of them, in their order. */
            assets: components["schemas"]["PodAsset"][];
            delivered_at: string;
            delivery_id: string;
            documents: components["schemas"]["PodAsset"][];
            driver_id: string | null;
            id: string;
            /** @description The POD of every door that has one. */
            items: components["schemas"]["Pod"][];
            notes: string;
            photos: components["schemas"]["PodAsset"][];
            pod_id: string;
            recipient_name: string;
            /** @description Null: put down by its driver on his own page. */
            registered_at: string | null;
            registered_by: string;
            route_id: string | null;
            /** @description Of the lines `kind sha256 size` of all assets in their order: the POD as a whole. */
            sha256: string;
            signature: components["schemas"]["PodAsset"] | null;
            signature_url: string | null;
            /** @description Bytes of all assets. */
            size: number;
            stop_id: string;
            /** @enum {string} */
            stop_type: "pickup" | "dropoff";
        };
        DeliveryRecord: {
            area: string;
            assignment: components["schemas"]["DeliveryAssignment"] | null;
            assignments: components["schemas"]["DeliveryAssignment"][];
            created_at: string;
            delivery_id: string;
            dropoff: {
                address: {
                    [key: string]: unknown;
                };
                instructions: string;
                recipient: {
                    email: string;
                    name: string;
                    phone: string;
                };
                window: {
                    from: string;
                    to: string;
                } | null;
            } | null;
            id: string;
            metadata: {
                [key: string]: unknown;
            };
            order_id: string | null;
            packages: {
                [key: string]: unknown;
            }[];
            partner_id: string | null;
            pickup: {
                address: {
                    [key: string]: unknown;
                };
                contact: {
                    email: string;
                    name: string;
                    phone: string;
                };
                instructions: string;
                window: {
                    from: string;
                    to: string;
                } | null;
            } | null;
            /** @enum {string} */
            priority: "high" | "normal";
            /** @enum {string} */
            service_level: "standard" | "express" | "same_day";
            source: string | null;
            source_id: string | null;
            /** @enum {string} */
            status: "requested" | "scheduled" | "assigned" | "enroute" | "delivered" | "failed" | "cancelled" | "returned";
            telemetry: {
                location: {
                    lat: number;
                    lon: number;
                    timestamp: string;
                } | null;
            };
            timeline: components["schemas"]["TimelineEntry"][];
            tracking_number: string;
            /** @enum {string} */
            type: "delivery" | "return";
            updated_at: string;
            version: number;
        };
        DeliveryRequest: {
            area?: string;
            dropoff: components["schemas"]["Dropoff"];
            /** @default {} */
            metadata?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            order_id?: string;
            /** @default [] */
            packages?: components["schemas"]["Package"][];
            pickup?: components["schemas"]["Pickup"];
            /**
             * @default normal
             * @enum {string}
             */
            priority?: "high" | "normal";
            /**
             * @default standard
             * @enum {string}
             */
            service_level?: "standard" | "express" | "same_day";
            source?: string;
            source_id?: string;
        };
        Driver: {
            active: boolean;
            created_at: string;
            custom_fields: {
                [key: string]: string | number | boolean;
            };
            documents: string[];
            driver_id: string;
            email: string;
            external_driver_id: string | null;
            id: string;
            metadata: {
                [key: string]: unknown;
            };
            name: string;
            partner_id: string | null;
            phone: string;
            skills: string[];
            /** @enum {string} */
            status: "available" | "offline" | "on_shift" | "break" | "deactivated";
            status_at: string | null;
            updated_at: string;
            vehicle_id: string | null;
            version: number;
        };
        DriverAct: {
            /**
             * Format: date-time
             * @description When it was; absent: now. Sent again with it, an act is the same act.
             */
            timestamp?: string;
        };
        DriverAssignment: {
            assignment_id: string;
            date: string;
            driver_id: string;
            ends_at: string;
            id: string;
            next_stop: components["schemas"]["DriverStop"] | null;
            route_id: string;
            starts_at: string;
            /** @enum {string} */
            status: "offered" | "accepted" | "declined" | "started" | "finished";
            stops: components["schemas"]["DriverStop"][];
            vehicle_id: string;
        };
        DriverDocumentRequest: {
            /**
             * @default application/pdf
             * @enum {string}
             */
            content_type?: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
            /** @description The document's last day. */
            expires_on?: string | null;
            /** @enum {string} */
            kind?: "id" | "license" | "insurance";
            /** @description Where it is said, no other bytes are taken. */
            sha256?: string;
            /** @description Bytes; where it is said, no other length is taken. */
            size?: number;
            /**
             * @description Another word for kind.
             * @enum {string}
             */
            type?: "id" | "license" | "insurance";
        };
        DriverDocuments: {
            items: {
                content_type: string;
                document_id: string;
                expires_on: string | null;
                kind: string;
                recognized: boolean;
                sha256: string;
                size: number;
                stored_at: string;
                /** @description Good for some minutes. */
                url: string;
                url_expires_at: string;
            }[];
            next_cursor: null;
        };
        DriverDocumentUpload: {
            content_type: string;
            /** @description Among the driver's `documents` once its bytes have come. */
            document_id: string;
            driver_id: string;
            expires_at: string;
            expires_on: string | null;
            /** @description To be sent along with the bytes. */
            headers: {
                [key: string]: string;
            };
            kind: string;
            max_size: number;
            /** @constant */
            method: "PUT";
            /** @description Good for one file; no token is needed there. */
            upload_url: string;
        };
        DriverLocation: {
            battery_pct: number | null;
            driver_id: string;
            heading: number | null;
            /** @description Null while he has not been seen. */
            location: {
                accuracy_meters: number | null;
                lat: number;
                lon: number;
                timestamp: string;
            } | null;
            received_at: string | null;
            speed_mps: number | null;
        };
        DriverPatch: {
            active?: boolean;
            custom_fields?: components["schemas"]["CustomFields"];
            documents?: string[];
            email?: "" | string;
            metadata?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            name?: string;
            partner_id?: string | null;
            phone?: string;
            skills?: string[];
            /** @description Ours, or the client's own name for it. */
            vehicle_id?: string | null;
            /** @description As If-Match. */
            version?: number;
        };
        DriverRequest: {
            custom_fields?: components["schemas"]["CustomFields"];
            documents?: string[];
            email?: "" | string;
            external_driver_id?: string;
            metadata?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            name: string;
            partner_id?: string | null;
            phone?: string;
            skills?: string[];
            /** @description Ours, or the client's own name for it. */
            vehicle_id?: string | null;
        };
        DriverRoute: {
            assignment_id: string;
            date: string;
            driver_id: string;
            ends_at: string;
            estimated_distance_m: number;
            estimated_time_s: number;
            id: string;
            next_stop: components["schemas"]["DriverStop"] | null;
            /** @description Google's encoded polyline, precision 5; straight lines where no road is known. */
            route_geometry: string;
            route_id: string;
            starts_at: string;
            /** @enum {string} */
            status: "offered" | "accepted" | "declined" | "started" | "finished";
            stops: components["schemas"]["DriverStop"][];
            vehicle_id: string;
        };
        DriverStatusRequest: {
            location?: components["schemas"]["Location"];
            /** @enum {string} */
            status: "available" | "offline" | "on_shift" | "break";
        };
        DriverStop: {
            address: string;
            arrived_at: string | null;
            assignment_id: string;
            completed_at: string | null;
            delivery_id: string;
            /** @enum {string} */
            delivery_status: "requested" | "scheduled" | "assigned" | "enroute" | "delivered" | "failed" | "cancelled" | "returned";
            /** @description Once made: when the driver was there. */
            eta: string;
            id: string;
            location: {
                lat: number;
                lon: number;
            } | null;
            name: string;
            notes: string | null;
            reason: string | null;
            /** @description From 1; null: it was tried here, and is planned elsewhere by now. */
            sequence: number | null;
            /** @enum {string} */
            status: "pending" | "enroute" | "arrived" | "completed" | "partial" | "attempted" | "failed";
            stop_id: string;
            /** @enum {string} */
            type: "pickup" | "dropoff";
        };
        /** @description drivers: external_driver_id, name, phone, email, vehicle_id, skills, documents, metadata, active, custom_fields; vehicles: vehicle_id, type, capacity, registration, label, metadata, custom_fields. Vehicles are taken first. */
        DriverSyncRequest: {
            /** @default [] */
            drivers?: {
                [key: string]: unknown;
            }[];
            /** @default [] */
            vehicles?: {
                [key: string]: unknown;
            }[];
        };
        DriverSyncResult: {
            created: number;
            duplicate: boolean;
            failed: number;
            partner_id: string;
            results: {
                external_id: string | null;
                id: string | null;
                /** @description Its place in its list, from 0. */
                index: number;
                /** @enum {string} */
                kind: "driver" | "vehicle";
                message: string;
                /** @enum {string} */
                outcome: "created" | "updated" | "unchanged" | "failed";
            }[];
            unchanged: number;
            updated: number;
        };
        DriverToken: {
            driver_id: string;
            expires_at: string;
            /** @description Seconds. */
            expires_in: number;
            token: string;
            /** @constant */
            token_type: "Bearer";
        };
        DriverTokenRequest: {
            /** @description A quarter of an hour unless said otherwise. */
            ttl_seconds?: number;
        };
        Dropoff: {
            address: components["schemas"]["Address"];
            instructions?: string;
            recipient?: components["schemas"]["Person"];
            window?: components["schemas"]["Window"] | null;
        };
        Error: {
            error: {
                /** @description Closed and stable, for programs. */
                code: string;
                correlation_id: string;
                details?: {
                    [key: string]: unknown;
                };
                /** @description English, for logs. */
                message: string;
            };
        };
        EscalateRequest: {
            case_id: string;
            notes?: string;
            /**
             * @default normal
             * @enum {string}
             */
            priority?: "high" | "normal";
        };
        Escalation: {
            case_id: string;
            delivery_id: string;
            exception_id: string;
            priority: string;
            /** @constant */
            status: "escalated";
        };
        Exception: {
            closed_at: string | null;
            delivery_id: string | null;
            details: {
                [key: string]: unknown;
            };
            driver_id: string | null;
            due_at: string;
            exception_id: string;
            id: string;
            notes: {
                at: string;
                by: string;
                text: string;
            }[];
            raised_at: string;
            route_id: string | null;
            /** @enum {string} */
            severity: "low" | "medium" | "high" | "critical";
            /** @enum {string} */
            source: "rule" | "person";
            /** @enum {string} */
            status: "open" | "acknowledged" | "resolved" | "dismissed";
            suggested_remediation: ("reschedule" | "retry" | "escalate" | "reassign" | "correct_address" | "return_to_warehouse" | "notify_recipient" | "contact_driver" | "request_proof")[];
            type: string;
            version: number;
        };
        ExceptionRequest: {
            delivery_id: string;
            notes?: string;
            /**
             * @default medium
             * @enum {string}
             */
            severity?: "low" | "medium" | "high" | "critical";
            /** @enum {string} */
            type: "address_issue" | "damaged" | "driver_issue" | "other";
        };
        FailedRequest: {
            /** @description How the recipient was tried to be reached, as the policy's `contact_attempt_rules` may ask for. */
            contact_attempts?: {
                /** @enum {string} */
                channel: "call" | "sms" | "doorbell";
                /**
                 * Format: date-time
                 * @description RFC 3339.
                 */
                timestamp?: string;
            }[];
            location?: components["schemas"]["Location"];
            /** @enum {string} */
            next_action?: "reschedule" | "return_to_warehouse";
            notes?: string;
            /** @enum {string} */
            reason: "no_one_home" | "wrong_address" | "refused" | "no_access" | "damaged" | "vehicle_problem" | "not_enough_time" | "other";
            /**
             * Format: date-time
             * @description When it was; absent: now. Sent again with it, an act is the same act.
             */
            timestamp?: string;
        };
        Health: {
            checked_at: string;
            /** @enum {string} */
            status: "ok" | "degraded" | "unavailable";
            subsystems: {
                /** @description Whether positions are taken in, and when the newest came. */
                location_ingestion: {
                    /** @description To those with a token. */
                    figures?: {
                        [key: string]: number | string | null;
                    };
                    /** @enum {string} */
                    status: "ok" | "degraded" | "unavailable";
                };
                /** @description How long what is asked of it waits. */
                optimizer: {
                    /** @description To those with a token. */
                    figures?: {
                        [key: string]: number | string | null;
                    };
                    /** @enum {string} */
                    status: "ok" | "degraded" | "unavailable";
                };
                partner_connectors: {
                    /** @description To those with a token. */
                    figures?: {
                        [key: string]: number | string | null;
                    };
                    /** @enum {string} */
                    status: "ok" | "degraded" | "unavailable";
                };
                /** @description How long messages wait, and by what they leave. */
                push_notifications: {
                    /** @description To those with a token. */
                    figures?: {
                        [key: string]: number | string | null;
                    };
                    /** @enum {string} */
                    status: "ok" | "degraded" | "unavailable";
                };
            };
        };
        Heatmap: {
            active_deliveries: number;
            area_id: string;
            cell_degrees: number;
            cells: {
                deliveries: number;
                drivers: number;
                lat: number;
                lon: number;
            }[];
        };
        Job: {
            created_at: string;
            /** @description The first thousand. */
            errors: {
                code: string;
                line: number;
                message: string;
            }[];
            failed: number;
            failure: string | null;
            finished_at: string | null;
            id: string;
            job_id: string;
            processed: number;
            progress_pct: number;
            result: {
                /** @description Of an assignment job. */
                assignments?: components["schemas"]["Assignment"][];
                created: number;
                failed: number;
                unassigned?: components["schemas"]["UnassignedDelivery"][];
            } | null;
            /** @enum {string} */
            status: "queued" | "running" | "succeeded" | "completed_with_errors" | "failed" | "cancelled";
            total: number;
            type: string;
            updated_at: string;
        };
        JobAccepted: {
            job_id: string;
            status: string;
        };
        Key: {
            created_at: string;
            created_by: string;
            expires_at: string | null;
            id: string;
            key_id: string;
            /** @enum {string} */
            kind: "live" | "sandbox";
            /** @description To the minute. */
            last_used_at: string | null;
            name: string;
            partner_id: string | null;
            /** @description The secret's first characters. */
            prefix: string;
            requests_per_minute: number | null;
            revoked_at: string | null;
            scopes: string[];
        };
        KeyRequest: {
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            expires_at?: string;
            /**
             * @default live
             * @enum {string}
             */
            kind?: "live" | "sandbox";
            name: string;
            /** @description Makes it that partner's token: good for /partner-api/partners/{partner_id} and nothing else. */
            partner_id?: string | null;
            requests_per_minute?: number;
            /**
             * @description At least one, but of a partner's.
             * @default []
             */
            scopes?: ("deliveries:read" | "deliveries:write" | "fleet:read" | "fleet:write" | "plans:read" | "plans:write" | "proofs:read" | "proofs:write" | "settings:read" | "settings:write" | "audit:read" | "keys:manage")[];
        };
        LiveDelivery: {
            delivery_id: string;
            driver_id: string | null;
            /** @description While its route is driven. */
            driver_location: {
                lat: number;
                lon: number;
                timestamp: string;
            } | null;
            eta: string | null;
            progress_pct: number;
            /** @enum {string} */
            status: "requested" | "scheduled" | "assigned" | "enroute" | "delivered" | "failed" | "cancelled" | "returned";
            stops_before: number | null;
            updated_at: string;
        };
        /** @description WGS84. */
        Location: {
            accuracy_meters?: number;
            lat: number;
            lon: number;
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            timestamp?: string;
        };
        LocationAnswer: {
            accepted: number;
            refused: {
                index: number;
                reason: string;
            }[];
        };
        LocationPing: {
            battery_pct?: number | null;
            /** @description The token's own. */
            driver_id?: string;
            /** @description Degrees clockwise from north. */
            heading?: number | null;
            location: components["schemas"]["Location"];
            /** @description Metres a second. */
            speed?: number | null;
            /**
             * Format: date-time
             * @description Where the location has none; absent: now.
             */
            timestamp?: string;
        };
        /** @description One, a list, or a list called pings; in any order. */
        LocationRequest: {
            pings: components["schemas"]["LocationPing"][];
        } | components["schemas"]["LocationPing"][] | components["schemas"]["LocationPing"];
        /**
         * @default {
         *       "locked": true
         *     }
         */
        LockRequest: {
            /** @default true */
            locked?: boolean;
        };
        ManifestAck: {
            /** @constant */
            accepted: true;
            delivery_ids: string[];
            duplicate: boolean;
            errors: {
                /** @enum {string} */
                code: "unknown" | "ambiguous" | "repeated";
                /** @description From 1. */
                line: number;
                message: string;
            }[];
            lines: number;
            manifest_id: string;
            matched: number;
            partner_id: string;
        };
        /** @description A line names a delivery by any one of its fields. */
        ManifestRequest: {
            /** @description As lines. */
            deliveries?: ({
                barcode?: string;
                delivery_id?: string;
                order_id?: string;
                package_id?: string;
                reference?: string;
                source_id?: string;
                tracking_number?: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description As lines. */
            items?: ({
                barcode?: string;
                delivery_id?: string;
                order_id?: string;
                package_id?: string;
                reference?: string;
                source_id?: string;
                tracking_number?: string;
            } & {
                [key: string]: unknown;
            })[];
            lines?: ({
                barcode?: string;
                delivery_id?: string;
                order_id?: string;
                package_id?: string;
                reference?: string;
                source_id?: string;
                tracking_number?: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description The partner's own; sent again, it is one. */
            manifest_id?: string;
            /** @description As lines. */
            packages?: ({
                barcode?: string;
                delivery_id?: string;
                order_id?: string;
                package_id?: string;
                reference?: string;
                source_id?: string;
                tracking_number?: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        ManifestSettings: {
            emails: string[];
            /**
             * @description On the clock of the first project's zone; none: five minutes after something is handed over.
             * @default []
             */
            send_times?: string[];
        };
        Metrics: {
            attempts: number;
            attempts_per_delivery: number | null;
            /** @description Seconds from the order to the delivery, where that is known to have come after it. */
            avg_time_to_deliver: number | null;
            delivered: number;
            /** @description That were tried. */
            deliveries: number;
            distance_m: number;
            /** @description Seconds per driven route between checking in and setting off, and between a door and setting off for the next. */
            driver_idle_time: number | null;
            eta_accuracy: {
                /** @description What was expected so long before is held against what was reached. */
                lead_minutes: number;
                mean_error_seconds: number | null;
                stops: number;
                tolerance_seconds: number;
                within_tolerance_pct: number | null;
            };
            /** @description Whose last attempt of the period failed. */
            failed_deliveries: number;
            /** @description Of what was delivered: reached by the end of its window. */
            on_time_delivery_pct: number | null;
            period: {
                from: string;
                to: string;
            };
            pod_timeliness: {
                in_time_pct: number | null;
                in_time_seconds: number;
                /** @description From the delivery until its first picture was with us. */
                median_seconds: number | null;
                with_pod_pct: number | null;
            };
            /** @description Kilometres per hour: distance over time from start to finish. */
            route_efficiency: number | null;
            /** @description That were driven to their end. */
            routes: number;
            time_s: number;
        };
        NewKey: {
            id: string;
            /** @description The secret. It is shown now and never again. */
            key: string;
            key_id: string;
            name: string;
            partner_id: string | null;
            prefix: string;
            scopes: string[];
            /** @description Of a partner's token: by what it signs. It is shown now and never again. */
            signing_secret: string | null;
        };
        NewWebhook: {
            active: boolean;
            consecutive_failures: number;
            created_at: string;
            disabled_reason: ("failures" | "gone" | "person") | null;
            events: ("delivery.created" | "delivery.assigned" | "stop.arrived" | "stop.completed" | "pod.created" | "delivery.failed")[];
            id: string;
            last_failure_at: string | null;
            last_success_at: string | null;
            /** @description Not before; null: at once. */
            next_attempt_at: string | null;
            /** @description Only where we have made it. It is shown now and never again. */
            secret?: string;
            /** @enum {string} */
            status: "active" | "paused" | "disabled";
            updated_at: string;
            url: string;
            webhook_id: string;
        };
        OptimizerOptions: {
            options: components["schemas"]["OptimizerPlan"][];
        };
        OptimizerPlan: {
            /** @description In units of the currency. */
            cost: number;
            currency: string;
            estimated_distance_m: number;
            /** @description From leaving to being back. */
            estimated_time_s: number;
            eta_per_stop: {
                delivery_id: string;
                /**
                 * Format: date-time
                 * @description RFC 3339.
                 */
                eta: string;
                stop_id: string;
            }[];
            label: string;
            next_stop: components["schemas"]["RouteStop"] | null;
            /** @description Encoded polyline, precision 5. */
            route_geometry: string;
            /** @description The first route's, and so is the geometry; figures and stops are of all. */
            route_id: string | null;
            routes: components["schemas"]["RoutePlan"][];
            stops: components["schemas"]["RouteStop"][];
            /** @enum {string} */
            strategy: "latency" | "cost" | "balanced";
            unassigned: components["schemas"]["UnassignedDelivery"][];
        };
        OptimizerStatus: {
            last_run_at: string | null;
            queue_length: number;
            recent: {
                last_at: string;
                last_seconds: number;
                median_seconds: number;
                p95_seconds: number;
                runs: number;
                strategies: string[];
            }[];
            running: number;
        };
        /** @description Fastest and cheapest are always among the answer, with the strategy asked for. */
        OptionsRequest: {
            /** @default {} */
            constraints?: {
                max_stops_per_route?: number;
                /** @enum {string} */
                vehicle_type?: "bike" | "car" | "van" | "truck";
            };
            delivery_ids: string[];
            /** @enum {string} */
            strategy?: "latency" | "cost" | "balanced";
            /**
             * @description strict: kept, or the delivery is left out; soft: missed rather than left out; ignore: any time.
             * @default strict
             * @enum {string}
             */
            time_window_policy?: "strict" | "hard" | "soft" | "flexible" | "ignore";
        };
        Package: {
            description?: string;
            package_id?: string;
            quantity?: number;
            /** @description Litres. */
            volume?: number;
            /** @description Grams. */
            weight?: number;
        };
        PartialRequest: {
            /** @description What was handed over; absent: the notes say it. */
            delivered_packages?: (string | {
                package_id: string;
                quantity?: number;
            })[];
            location?: components["schemas"]["Location"];
            notes?: string;
            reason?: ("no_one_home" | "wrong_address" | "refused" | "no_access" | "damaged" | "vehicle_problem" | "not_enough_time" | "other") | "missing_item";
            recipient_name?: string;
            /**
             * Format: date-time
             * @description When it was; absent: now. Sent again with it, an act is the same act.
             */
            timestamp?: string;
            undelivered_packages?: string[];
        };
        Partner: {
            capabilities: string[];
            contact: {
                [key: string]: unknown;
            };
            created_at: string;
            /** @description None: all. */
            geographies: string[];
            id: string;
            metadata: {
                [key: string]: unknown;
            };
            name: string;
            partner_id: string;
            /** @enum {string} */
            status: "active" | "disabled";
            /** @enum {string} */
            type: "3pl" | "crowd" | "ownfleet";
            updated_at: string;
            /** @description None: any. */
            vehicle_types: string[];
            version: number;
        };
        PartnerAssignment: {
            assignment_id: string;
            created_at: string;
            deliveries: components["schemas"]["Delivery"][];
            delivery_ids: string[];
            driver_id: string | null;
            id: string;
            /**
             * @description A delivery handed over, or a route of one of the partner's drivers.
             * @enum {string}
             */
            kind: "handover" | "route";
            partner_id: string;
            partner_reference: string | null;
            route_id: string | null;
            /**
             * @description awaited: offered, and to be accepted or declined in time.
             * @enum {string}
             */
            status: "awaited" | "accepted" | "done" | "given_back" | "withdrawn" | "dispatched" | "started" | "finished";
            updated_at: string;
            vehicle_id: string | null;
        };
        PartnerCapabilities: {
            capabilities: string[];
            /** @description None: all. */
            geographies: string[];
            partner_id: string;
            services: string[];
            /** @description None: any. */
            vehicle_types: string[];
        };
        /** @description Further fields are text, and are sealed with the rest. Nothing of it is ever said again. */
        PartnerCredentials: {
            /** @description Shown to the partner's server as a bearer. */
            api_key?: string;
            /**
             * Format: uri
             * @description Of the partner's server: GET /health, POST /quotes, POST /jobs, POST /jobs/{assignment_id}/cancel.
             */
            base_url?: string;
            /**
             * @description http: the partner's server is asked; manifest: lists as CSV are mailed to it, prices are by list; tariff: nobody is asked or told. By default what fits.
             * @enum {string}
             */
            connector?: "http" | "manifest" | "tariff";
            manifest?: components["schemas"]["ManifestSettings"];
            /** @description What both sides sign with: HMAC-SHA256 of timestamp, a dot and the body. Replaced, it holds a day more. */
            secret?: string;
            tariff?: components["schemas"]["Tariff"];
        } & {
            [key: string]: unknown;
        };
        PartnerCredentialsReference: {
            base_url: string | null;
            /** @enum {string} */
            connector: "http" | "manifest" | "tariff";
            created_at: string;
            credential_id: string;
            /** @description The names of what was stored sealed. */
            fields: string[];
            id: string;
            partner_id: string;
            replaced_credential_id: string | null;
            test: {
                latency_ms: number | null;
                message: string;
                ok: boolean;
                /**
                 * @description skipped: there is nobody to ask.
                 * @enum {string}
                 */
                status: "ok" | "failed" | "skipped";
                tested_at: string;
            };
        };
        PartnerPatch: {
            capabilities?: ("ondemand" | "scheduled" | "returns" | "cold_chain")[];
            contact?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            geographies?: string[];
            metadata?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            name?: string;
            /** @enum {string} */
            status?: "active" | "disabled";
            /** @enum {string} */
            type?: "3pl" | "crowd" | "ownfleet";
            vehicle_types?: ("bike" | "car" | "van" | "truck")[];
            /** @description As If-Match. */
            version?: number;
        };
        PartnerPerformance: {
            /** @description From when it was made. */
            avg_delivery_minutes: number | null;
            delivered: number;
            deliveries: number;
            failed: number;
            from: string;
            missed_pickups: number;
            offers: {
                acceptance_pct: number | null;
                accepted: number;
                made: number;
            };
            on_time: number;
            /** @description Of what was delivered and promised; null: nothing was. */
            on_time_pct: number | null;
            partner_id: string;
            sla: {
                met: boolean | null;
                /** @description metadata.sla.on_time_pct of the partner. */
                on_time_target_pct: number | null;
            };
            /** @description Of what has ended. */
            success_pct: number | null;
            to: string;
        };
        PartnerRequest: {
            /** @default [] */
            capabilities?: ("ondemand" | "scheduled" | "returns" | "cold_chain")[];
            /** @default {} */
            contact?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            /**
             * @description Areas; none: all.
             * @default []
             */
            geographies?: string[];
            /** @default {} */
            metadata?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            name: string;
            /** @enum {string} */
            type: "3pl" | "crowd" | "ownfleet";
            /**
             * @description None: any.
             * @default []
             */
            vehicle_types?: ("bike" | "car" | "van" | "truck")[];
        };
        PartnerStatusAck: {
            /** @constant */
            accepted: true;
            assignment_id: string;
            /**
             * @description superseded: kept, but what is known already says as much or more; duplicate: it had come before.
             * @enum {string}
             */
            outcome: "applied" | "superseded" | "duplicate";
            status: string;
        };
        PartnerStatusRequest: {
            /** @description Of an assignment with several; absent: all. */
            delivery_id?: string;
            /** @description The partner's own; sent again, it is one event. */
            event_id?: string;
            note?: string;
            /**
             * Format: date-time
             * @description When it happened; absent: now.
             */
            occurred_at?: string;
            partner_reference?: string;
            reason?: string;
            recipient_name?: string;
            status: string;
            stop_id?: string;
            /**
             * Format: date-time
             * @description As occurred_at.
             */
            timestamp?: string;
        };
        Person: {
            email?: "" | string;
            name?: string;
            phone?: string;
        };
        Pickup: {
            address: components["schemas"]["Address"];
            contact?: components["schemas"]["Person"];
            instructions?: string;
            window?: components["schemas"]["Window"] | null;
        };
        Pod: {
            /** @description All of them, in their order. */
            assets: components["schemas"]["PodAsset"][];
            delivered_at: string;
            delivery_id: string;
            documents: components["schemas"]["PodAsset"][];
            driver_id: string | null;
            id: string;
            notes: string;
            photos: components["schemas"]["PodAsset"][];
            pod_id: string;
            recipient_name: string;
            /** @description Null: put down by its driver on his own page. */
            registered_at: string | null;
            registered_by: string;
            route_id: string | null;
            /** @description Of the lines `kind sha256 size` of all assets in their order: the POD as a whole. */
            sha256: string;
            signature: components["schemas"]["PodAsset"] | null;
            signature_url: string | null;
            /** @description Bytes of all assets. */
            size: number;
            stop_id: string;
            /** @enum {string} */
            stop_type: "pickup" | "dropoff";
        };
        PodAsset: {
            asset_id: string;
            content_type: string;
            deleted_at: string | null;
            kind: string;
            /** @description Whether its first bytes are those of its type. */
            recognized: boolean;
            /** @description Of what a device sent, where only the picture in it is kept. */
            sent_sha256: string | null;
            sent_size: number | null;
            /** @description Of the stored bytes, as counted and hashed by us; lower-case hex. */
            sha256: string;
            /** @description Bytes stored. */
            size: number;
            stored_at: string;
            /** @description Good for some minutes; null once the file is deleted. */
            url: string | null;
            url_expires_at: string | null;
            /** @description With verify=true: whether the stored bytes still have this hash. */
            verified: boolean | null;
        };
        PodRequest: {
            /**
             * Format: date-time
             * @description Absent: now.
             */
            delivered_at?: string;
            delivery_id: string;
            /** @default [] */
            documents?: (string | {
                url: string;
            } | {
                base64: string;
                /**
                 * @description Absent: as its bytes say.
                 * @enum {string}
                 */
                content_type?: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
            })[];
            /** @default  */
            notes?: string;
            /** @default [] */
            photos?: (string | {
                url: string;
            } | {
                base64: string;
                /**
                 * @description Absent: as its bytes say.
                 * @enum {string}
                 */
                content_type?: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
            })[];
            /** @default  */
            recipient_name?: string;
            /** @description An asset's URL, or the picture itself in base64. */
            signature?: (string | {
                url: string;
            } | {
                base64: string;
                /**
                 * @description Absent: as its bytes say.
                 * @enum {string}
                 */
                content_type?: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
            }) | null;
            signature_url?: string | null;
            /** @description Absent: where the delivery goes. */
            stop_id?: string;
        };
        PodUploadRequest: {
            delivery_id: string;
            files: {
                /** @enum {string} */
                content_type: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                /** @enum {string} */
                kind: "signature" | "photo" | "document";
                /** @description Where it is said, no other bytes are taken. */
                sha256?: string;
                /** @description Bytes; where it is said, no other length is taken. */
                size?: number;
            }[];
            /** @description Absent: where the delivery goes. */
            stop_id?: string;
        };
        PodUploads: {
            delivery_id: string;
            stop_id: string;
            uploads: components["schemas"]["Upload"][];
        };
        Policies: {
            /** @description Null: what failed waits for a person. */
            auto_return_after_attempts: number | null;
            /** @description Before a driver may say `failed` with `no_one_home`: refused with 422 while he is at the door; what is told more than five minutes late is taken as it is. */
            contact_attempt_rules: {
                /** @description None: any counts. */
                channels: ("call" | "sms" | "doorbell")[];
                min_attempts: number;
                /** @description Whatever else; handed back as it came. */
                notes: {
                    [key: string]: components["schemas"]["__schema0"];
                };
                /** @description At the door, from the arrival on. */
                wait_minutes: number;
            };
            max_attempts: number;
            /** @description Which partner is asked first, and what if it does not answer. */
            partner_routing: {
                /** @description For a partner who has heard an offer and answers by himself; whoever does not, is followed likewise. */
                answer_minutes: number;
                /** @enum {string} */
                by: "cost" | "sla" | "carbon";
                /** @description Whoever declines, or does not answer in time, is followed by the next best. */
                fallback: boolean;
                /** @description What an automatic assignment finds no room for is handed over to partners. */
                overflow: boolean;
            };
        };
        PolicyPatch: {
            /** @description true: after the last attempt; false or null: a person decides. */
            auto_return_after_attempts?: (number | boolean) | null;
            contact_attempt_rules?: {
                /** @description None: any counts. */
                channels?: ("call" | "sms" | "doorbell")[];
                min_attempts?: number;
                /** @description Whatever else; handed back as it came. */
                notes?: {
                    [key: string]: components["schemas"]["__schema0"];
                };
                /** @description At the door, from the arrival on. */
                wait_minutes?: number;
            };
            max_attempts?: number;
            partner_routing?: {
                /** @description For a partner who has heard an offer and answers by himself; whoever does not, is followed likewise. */
                answer_minutes?: number;
                /** @enum {string} */
                by?: "cost" | "sla" | "carbon";
                /** @description Whoever declines, or does not answer in time, is followed by the next best. */
                fallback?: boolean;
                /** @description What an automatic assignment finds no room for is handed over to partners. */
                overflow?: boolean;
            };
        };
        PublicTracking: {
            lateness: string;
            /** @description The same in a sentence, in English. */
            message: string;
            sender: string;
            /** @description Where it stands, in one word. */
            state: string;
            /** @enum {string} */
            status: "requested" | "scheduled" | "assigned" | "enroute" | "delivered" | "failed" | "cancelled" | "returned";
            stops_before: number | null;
            tracking_number: string;
            /** @description On a grid, near the door only. */
            van: {
                lat: number;
                lon: number;
            } | null;
            window: {
                from: string;
                to: string;
            } | null;
        };
        PushResult: {
            assignment_id: string;
            channels: ("app" | "email" | "sms")[];
            driver_id: string;
            messages: {
                /** @enum {string} */
                channel: "email" | "sms";
                message_id: string;
                status: string;
            }[];
            pushed: boolean;
        };
        RateTest: {
            /**
             * @description Who says so; assumed: the partner has no tariff.
             * @enum {string}
             */
            basis: "partner" | "tariff" | "assumed_tariff";
            co2_grams: number | null;
            /** @enum {string} */
            connector: "http" | "manifest" | "tariff";
            distance_meters: number | null;
            eta_minutes: number | null;
            /** @description Why there is no price; empty: there is. */
            message: string;
            ok: boolean;
            partner_id: string;
            price: {
                amount: number;
                amount_cents: number;
                currency: string;
            } | null;
            quote_id: string | null;
            /** @constant */
            test: true;
        };
        RateTestRequest: {
            /** @description By road; absent: estimated. */
            distance_meters?: number;
            dropoff?: components["schemas"]["SamplePlace"];
            /** @default [] */
            packages?: {
                /** @description Litres. */
                volume?: number;
                /** @description Grams. */
                weight?: number;
            }[];
            pickup?: components["schemas"]["SamplePlace"];
            /**
             * @default standard
             * @enum {string}
             */
            service_level?: "standard" | "express" | "same_day";
            /** @description The way instead, in order. */
            stops?: components["schemas"]["SamplePlace"][];
            /** @enum {string} */
            vehicle_type?: "bike" | "car" | "van" | "truck";
        };
        ReplannedAssignment: {
            assignment_id: string;
            /** @description In units of the currency. */
            cost: number;
            currency: string;
            date: string;
            delivery_ids: string[];
            driver_id: string;
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            end_at: string;
            estimated_distance_m: number;
            /** @description From leaving to being back. */
            estimated_time_s: number;
            eta_per_stop: {
                delivery_id: string;
                /**
                 * Format: date-time
                 * @description RFC 3339.
                 */
                eta: string;
                stop_id: string;
            }[];
            id: string;
            locked: boolean;
            next_stop: components["schemas"]["RouteStop"] | null;
            /** @description Encoded polyline, precision 5. */
            route_geometry: string;
            route_id: string;
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            start_at: string;
            /** @enum {string} */
            status: "planned" | "assigned" | "in_progress" | "completed";
            stops: components["schemas"]["RouteStop"][];
            unassigned: components["schemas"]["UnassignedDelivery"][];
            vehicle_id: string;
            version: number;
        };
        ReplanRequest: {
            /**
             * @description Put on the route besides what it has.
             * @default []
             */
            delivery_ids?: string[];
            /** @description Why: for the audit trail. */
            event?: string;
            /**
             * @default balanced
             * @enum {string}
             */
            strategy?: "latency" | "cost" | "balanced";
            /**
             * @description strict: kept, or the delivery is left out; soft: missed rather than left out; ignore: any time.
             * @default strict
             * @enum {string}
             */
            time_window_policy?: "strict" | "hard" | "soft" | "flexible" | "ignore";
        };
        ReplayRequest: {
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            from?: string;
            /** @description Messages (evt_…), deliveries (dlv_…: all of theirs), or sequence numbers. */
            ids?: (number | string)[];
            /**
             * @description Who is told again: subscribers, under the same ids; or what is learned from driven routes.
             * @default webhooks
             * @enum {string}
             */
            target?: "webhooks" | "analytics";
            /**
             * Format: date-time
             * @description Exclusive; from and to are when events were received.
             */
            to?: string;
            /** @description Absent: all. */
            webhook_ids?: string[];
        };
        RescheduleRequest: {
            reason?: string;
            /** @description Of a slot: its day and window count, and no other. */
            reservation_id?: string;
            special_instructions?: string;
            version?: number;
            window?: components["schemas"]["Window"];
        };
        Reservation: {
            /** @description Null once it lasts. */
            expires_at: string | null;
            id: string;
            reservation_id: string;
            /** @enum {string} */
            status: "held" | "confirmed" | "cancelled";
            ttl_seconds: number | null;
        };
        ReservationRequest: {
            reservation_id: string;
        };
        ReserveRequest: {
            delivery_id?: string;
            slot_id: string;
        };
        RetryRequest: {
            reason?: string;
            /** @description Of a slot: its day and window count, and no other. */
            reservation_id?: string;
            special_instructions?: string;
            window?: components["schemas"]["Window"];
        };
        ReturnRequest: {
            area?: string;
            /** @description What was delivered and comes back: its address, contact and packages. */
            delivery_id?: string;
            /** @default {} */
            metadata?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            order_id?: string;
            /** @default [] */
            packages?: components["schemas"]["Package"][];
            pickup?: components["schemas"]["Pickup"];
            /**
             * @default normal
             * @enum {string}
             */
            priority?: "high" | "normal";
            /**
             * @default standard
             * @enum {string}
             */
            service_level?: "standard" | "express" | "same_day";
            source?: string;
            source_id?: string;
            window?: components["schemas"]["Window"];
        };
        Role: {
            built_in: boolean;
            description: string;
            id: string;
            name: string;
            permissions: ("order.read" | "order.write" | "fleet.read" | "fleet.write" | "plan.read" | "plan.edit" | "plan.dispatch" | "message.read" | "audit.read" | "settings.read" | "settings.write" | "members.manage" | "preference.own" | "proof.read" | "proof.review" | "proof.write" | "partner.read" | "partner.act")[];
            role_id: string;
        };
        RoleRequest: {
            /** @default  */
            description?: string;
            /** @description Lower-case letters, digits, - and _. Members have the role by it. */
            name: string;
            permissions: ("order.read" | "order.write" | "fleet.read" | "fleet.write" | "plan.read" | "plan.edit" | "plan.dispatch" | "message.read" | "audit.read" | "settings.read" | "settings.write" | "members.manage" | "preference.own" | "proof.read" | "proof.review" | "proof.write" | "partner.read" | "partner.act")[];
        };
        RoutePlan: {
            /** @description In units of the currency. */
            cost: number;
            currency: string;
            date: string;
            delivery_ids: string[];
            driver_id: string;
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            end_at: string;
            estimated_distance_m: number;
            /** @description From leaving to being back. */
            estimated_time_s: number;
            eta_per_stop: {
                delivery_id: string;
                /**
                 * Format: date-time
                 * @description RFC 3339.
                 */
                eta: string;
                stop_id: string;
            }[];
            next_stop: components["schemas"]["RouteStop"] | null;
            /** @description Encoded polyline, precision 5. */
            route_geometry: string;
            route_id: string;
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            start_at: string;
            stops: components["schemas"]["RouteStop"][];
            vehicle_id: string;
        };
        RouteStop: {
            delivery_id: string;
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            eta: string;
            location: {
                lat: number;
                lon: number;
            } | null;
            sequence: number;
            /** @enum {string} */
            status: "pending" | "enroute" | "arrived" | "delivered" | "partial" | "failed" | "attempted";
            stop_id: string;
            /** @enum {string} */
            type: "pickup" | "dropoff";
        };
        S3Pointer: {
            s3_uri: string;
        };
        SamplePlace: {
            address?: {
                city?: string;
                country?: string;
                lat?: number;
                line1?: string;
                location?: components["schemas"]["Location"];
                lon?: number;
                postal_code?: string;
            };
            lat?: number;
            location?: components["schemas"]["Location"];
            lon?: number;
            window?: {
                /**
                 * Format: date-time
                 * @description RFC 3339.
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description RFC 3339.
                 */
                to: string;
            };
        };
        SandboxCallbackResults: {
            assignment_id: string;
            /** @description One for each that was sent, in that order. */
            results: {
                event_id: string;
                message: string;
                occurred_at: string;
                /** @enum {string} */
                outcome: "applied" | "superseded" | "duplicate" | "refused";
                status: string;
            }[];
            /** @constant */
            sandbox: true;
        };
        SandboxCallbacks: {
            assignment_id: string;
            /**
             * @description How often each is sent.
             * @default 1
             */
            copies?: number;
            /**
             * @description So long before they are sent the last one happened.
             * @default 0
             */
            late_seconds?: number;
            /**
             * @description In which they are sent.
             * @default as_happened
             * @enum {string}
             */
            order?: "as_happened" | "reversed";
            partner_id: string;
            /** @description As they happened, a second apart where they do not say when. */
            updates: components["schemas"]["PartnerStatusRequest"][];
        };
        SandboxEvent: {
            assignment_id: string;
            location?: components["schemas"]["Location"];
            /** @enum {string} */
            next_action?: "reschedule" | "return_to_warehouse";
            notes?: string;
            /**
             * @description For fail.
             * @default no_one_home
             * @enum {string}
             */
            reason?: "no_one_home" | "wrong_address" | "refused" | "no_access" | "damaged" | "vehicle_problem" | "not_enough_time" | "other";
            recipient_name?: string;
            /** @description For arrive, complete and fail. */
            stop_id?: string;
            /**
             * Format: date-time
             * @description When it was; now if nothing is said.
             */
            timestamp?: string;
            /** @enum {string} */
            type: "accept" | "start" | "finish" | "arrive" | "complete" | "fail";
        };
        SandboxPartnerBehavior: {
            /**
             * @description later: it is taken, and said so by the partner API; error: 500; garbage: an answer nobody can read; silence: none at all.
             * @default accept
             * @enum {string}
             */
            answer?: "accept" | "later" | "decline" | "error" | "garbage" | "silence";
            /**
             * @description Before it answers; Dray waits eight seconds.
             * @default 0
             */
            delay_seconds?: number;
            partner_id: string;
        };
        SandboxPartnerBehaviorSet: {
            /** @enum {string} */
            answer: "accept" | "later" | "decline" | "error" | "garbage" | "silence";
            delay_seconds: number;
            partner_id: string;
            /** @constant */
            sandbox: true;
        };
        SandboxResult: {
            assignment_id: string;
            result: string;
            /** @constant */
            sandbox: true;
            type: string;
        };
        SandboxTrack: {
            assignment_id: string;
            /**
             * @description The last position is where the driver is now.
             * @default 1800
             */
            duration_seconds?: number;
            /** @default 60 */
            points?: number;
        };
        SandboxTracked: {
            assignment_id: string;
            refused: number;
            /** @constant */
            sandbox: true;
            stored: number;
        };
        SettlementRefs: {
            delivery_id: string;
            items: {
                created_at: string;
                partner_id: string | null;
                settlement_id: string;
            }[];
            /** @description Each name once. */
            settlement_ids: string[];
        };
        SettlementRefsRequest: {
            /** @description Absent: your own books. */
            partner_id?: string;
            settlement_ids: string[];
        };
        Shift: {
            checked_in_at: string;
            /** @description Null while the shift lasts. */
            checked_out_at: string | null;
            driver_id: string;
            /** @enum {string} */
            status: "available" | "offline" | "on_shift" | "break";
        };
        ShiftRequest: {
            /** @description Absent: all of the day. */
            assignment_id?: string;
            location?: components["schemas"]["Location"];
            /**
             * Format: date-time
             * @description When it was; absent: now. Sent again with it, an act is the same act.
             */
            timestamp?: string;
        };
        Slot: {
            bookable_until: string;
            from: string;
            left: number;
            service_level: string;
            /** @description Good for the address it was asked for. */
            slot_id: string;
            to: string;
        };
        Tariff: {
            /** @default 0 */
            base_cents?: number;
            /**
             * @description Kept to the hundredth of a gram.
             * @default 0
             */
            co2_grams_per_km?: number;
            currency: string;
            /**
             * @description Kept to the hundredth of a cent.
             * @default 0
             */
            per_kg_cents?: number;
            /**
             * @description Kept to the hundredth of a cent.
             * @default 0
             */
            per_km_cents?: number;
        };
        TimelineEntry: {
            actor: {
                kind: string;
                label: string;
            };
            correlation_id: string;
            reason?: string;
            received_at: string;
            sequence: number;
            status?: string;
            timestamp: string;
            type: string;
        };
        TokenRequest: {
            /** @description The key's id; or both by HTTP Basic. */
            client_id?: string;
            /** @description The key's secret. */
            client_secret?: string;
            /** @constant */
            grant_type: "client_credentials";
            /** @description Some of the key's scopes, with blanks between; absent: all. */
            scope?: string;
        };
        UnassignedDelivery: {
            delivery_id: string;
            /** @description The rule that stands against it first: time_window, capacity, no_driver, unlocated … */
            reason: string;
            reasons: string[];
        };
        UnassignRequest: {
            assignment_ids?: string[];
            delivery_ids?: string[];
            /**
             * @description Also what is locked.
             * @default false
             */
            force?: boolean;
            /** @default  */
            reason?: string;
            /** @description The driver who gets them instead. */
            reassign_to?: string;
        };
        UnassignResult: {
            /** @description Where they are now, if they were given to somebody else. */
            assignments: components["schemas"]["Assignment"][];
            skipped: {
                delivery_id: string;
                reason: string;
            }[];
            unassigned: string[];
        };
        Upload: {
            asset_id: string;
            /** @description How the file is named in POST /pod. */
            asset_url: string;
            content_type: string;
            expires_at: string;
            /** @description To be sent along with the bytes. */
            headers: {
                [key: string]: string;
            };
            kind: string;
            max_size: number;
            /** @constant */
            method: "PUT";
            /** @description Good for one file; no token is needed there. */
            upload_url: string;
        };
        Vehicle: {
            available: boolean;
            /** @description Null: no limit. */
            capacity: {
                volume: number | null;
                weight: number | null;
            };
            created_at: string;
            custom_fields: {
                [key: string]: string | number | boolean;
            };
            dimensions: {
                [key: string]: unknown;
            };
            id: string;
            label: string;
            metadata: {
                [key: string]: unknown;
            };
            partner_id: string | null;
            registration: string;
            /** @enum {string} */
            status: "active" | "retired";
            type: string;
            updated_at: string;
            /** @description The client's own name, where it gave one; either opens it. */
            vehicle_id: string;
            version: number;
        };
        VehiclePatch: {
            capacity?: components["schemas"]["Capacity"];
            custom_fields?: components["schemas"]["CustomFields"];
            dimensions?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            label?: string;
            metadata?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            partner_id?: string | null;
            registration?: string;
            /** @enum {string} */
            type?: "bike" | "car" | "van" | "truck";
            /** @description As If-Match. */
            version?: number;
        };
        VehicleRequest: {
            capacity?: components["schemas"]["Capacity"];
            custom_fields?: components["schemas"]["CustomFields"];
            dimensions?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            label?: string;
            metadata?: {
                [key: string]: components["schemas"]["__schema0"];
            };
            partner_id?: string | null;
            registration?: string;
            /** @enum {string} */
            type: "bike" | "car" | "van" | "truck";
            /** @description The client's own name; kept if nobody has it. */
            vehicle_id?: string;
        };
        /** @description Its secret is never said again. */
        Webhook: {
            active: boolean;
            consecutive_failures: number;
            created_at: string;
            disabled_reason: ("failures" | "gone" | "person") | null;
            events: ("delivery.created" | "delivery.assigned" | "stop.arrived" | "stop.completed" | "pod.created" | "delivery.failed")[];
            id: string;
            last_failure_at: string | null;
            last_success_at: string | null;
            /** @description Not before; null: at once. */
            next_attempt_at: string | null;
            /** @enum {string} */
            status: "active" | "paused" | "disabled";
            updated_at: string;
            url: string;
            webhook_id: string;
        };
        WebhookRequest: {
            events: ("delivery.created" | "delivery.assigned" | "stop.arrived" | "stop.completed" | "pod.created" | "delivery.failed")[];
            /** @description What messages are signed with; absent: one is made, and shown this once. */
            secret?: string;
            /** @description http or https, without credentials in it. */
            url: string;
        };
        WebhookTestRequest: {
            id?: string;
            webhook_id?: string;
        };
        WebhookTestResult: {
            delivered: boolean;
            duration_ms: number;
            error: string | null;
            /** @description The message's, as its receiver reads it. */
            id: string;
            /** @description The first of what was answered. */
            response: string;
            /** @description Null: no answer. */
            status_code: number | null;
            /** @constant */
            type: "test";
            webhook_id: string;
        };
        Window: {
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            from: string;
            /**
             * Format: date-time
             * @description RFC 3339.
             */
            to: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAlerts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAreaHeatmap: {
        parameters: {
            query?: {
                cell_degrees?: number;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                areaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fullest squares first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heatmap"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The assignment. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    lockAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LockRequest"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    pushAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it went out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushResult"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    replanAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplanRequest"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplannedAssignment"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelAssignmentJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentJobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    assignDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoAssignRequest"];
            };
        };
        responses: {
            /** @description Routes that serve them now, and what found no room. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignments"];
                };
            };
            /** @description A job works on it: GET /jobs/{jobId}. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAccepted"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    bulkUnassign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnassignRequest"];
            };
        };
        responses: {
            /** @description What has left its route. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnassignResult"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readAudit: {
        parameters: {
            query?: {
                /** @description One, or several with commas between: delivery.changed, delivery.rescheduled, route.driver-changed … */
                action?: string;
                actor?: "user" | "system" | "driver" | "api";
                /** @description next_cursor of the page before. */
                cursor?: string;
                /** @description A delivery, driver, vehicle, partner, route, job or key. */
                entity_id?: string;
                /** @description RFC 3339. */
                from?: string;
                limit?: number;
                /** @description RFC 3339. */
                to?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description `default`: everywhere. */
                area?: string;
                /** @description next_cursor of the page before. */
                cursor?: string;
                driver_id?: string;
                /** @description Created then or later. */
                from?: string;
                limit?: number;
                partner_id?: string;
                service_level?: "standard" | "express" | "same_day";
                /** @description One, or several with commas between. */
                status?: string;
                /** @description Created before then. */
                to?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryRequest"] | components["schemas"]["DeliveryRequest"][];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"] | {
                        deliveries: (components["schemas"]["Delivery"] | {
                            error: {
                                code: string;
                                message: string;
                            };
                        })[];
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryRecord"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patchDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; refused with 412 once there is a newer version. */
                "If-Match"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryPatch"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description If-Match names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** @description What became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cancellation"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    escalateDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalateRequest"];
            };
        };
        responses: {
            /** @description Where it is seen to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getLiveDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveDelivery"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDeliveryPod: {
        parameters: {
            query?: {
                /** @description Reads and hashes every stored file again. */
                verify?: "true" | "false";
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The POD. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPod"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    rescheduleDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; refused with 412 once there is a newer version. */
                "If-Match"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleRequest"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description If-Match names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryRequest"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDeliveryTimeline: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TimelineEntry"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    bulkCreateDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["S3Pointer"];
                "application/x-ndjson": components["schemas"]["DeliveryRequest"];
            };
        };
        responses: {
            /** @description A job does it; ask `/jobs/{jobId}` for it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAccepted"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDriverRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverRoute"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    acceptAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DriverAct"];
            };
        };
        responses: {
            /** @description The assignment as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActedAssignment"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    declineAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineRequest"];
            };
        };
        responses: {
            /** @description The assignment as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActedAssignment"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDriverRoutePlural: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverRoute"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    startRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DriverAct"];
            };
        };
        responses: {
            /** @description The assignment as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActedAssignment"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    streamAssignments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Until somebody hangs up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        assignments: components["schemas"]["DriverAssignment"][];
                    } | components["schemas"]["AssignmentPush"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    checkIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ShiftRequest"];
            };
        };
        responses: {
            /** @description The shift. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    checkOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ShiftRequest"];
            };
        };
        responses: {
            /** @description The shift. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    reportLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationRequest"];
            };
        };
        responses: {
            /** @description How many are kept, and which are not, by their place. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationAnswer"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    partialStop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                stopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartialRequest"];
            };
        };
        responses: {
            /** @description The stop as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActedStop"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    arriveAtStop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                stopId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ArriveRequest"];
            };
        };
        responses: {
            /** @description The stop as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActedStop"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    attemptStop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                stopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttemptRequest"];
            };
        };
        responses: {
            /** @description The stop as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActedStop"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    completeStop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                stopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteRequest"];
            };
        };
        responses: {
            /** @description The stop, and its POD. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletedStop"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    failStop: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                stopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FailedRequest"];
            };
        };
        responses: {
            /** @description The stop as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActedStop"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    partialStopPlural: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                stopId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartialRequest"];
            };
        };
        responses: {
            /** @description The stop as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActedStop"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listDrivers: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before. */
                cursor?: string;
                limit?: number;
                partner_id?: string;
                status?: "available" | "offline" | "on_shift" | "break" | "deactivated";
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Driver"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createDriver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DriverRequest"];
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Driver"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDriver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The driver. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Driver"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deactivateDriver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; refused with 412 once there is a newer version. */
                "If-Match"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deactivated. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Driver"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description If-Match names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patchDriver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; refused with 412 once there is a newer version. */
                "If-Match"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DriverPatch"];
            };
        };
        responses: {
            /** @description As he is now. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Driver"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description If-Match names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    assignDriver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRequest"];
            };
        };
        responses: {
            /** @description His routes that serve them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignments"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listDriverDocuments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverDocuments"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    requestDriverDocumentUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DriverDocumentRequest"];
            };
        };
        responses: {
            /** @description Good for one file. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverDocumentUpload"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    impersonateDriver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DriverTokenRequest"];
            };
        };
        responses: {
            /** @description The token, this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverToken"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDriverLocation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description His last known location. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverLocation"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setDriverStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DriverStatusRequest"];
            };
        };
        responses: {
            /** @description As he is now. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Driver"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unassignDriver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnassignRequest"];
            };
        };
        responses: {
            /** @description What has left him. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnassignResult"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listDriverWork: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description One, or several with commas between. */
                status?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                driverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listExceptions: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before. */
                cursor?: string;
                delivery_id?: string;
                limit?: number;
                severity?: "low" | "medium" | "high" | "critical";
                /** @description One, or several with commas between. */
                status?: string;
                /** @description One, or several with commas between. */
                type?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Exception"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createException: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExceptionRequest"];
            };
        };
        responses: {
            /** @description It stands already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exception"];
                };
            };
            /** @description Raised. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exception"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getException: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                exceptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exception. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exception"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it works, or most of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Nothing answers. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query: {
                type: "deliveries" | "drivers";
            };
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["S3Pointer"];
                "application/x-ndjson": components["schemas"]["DeliveryRequest"] | components["schemas"]["DriverRequest"];
            };
        };
        responses: {
            /** @description A job does it; ask `/jobs/{jobId}` for it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAccepted"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Key"][];
                        next_cursor: null;
                    };
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRequest"];
            };
        };
        responses: {
            /** @description The key, with its secret this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: {
                driver_id?: string;
                /** @description A day, or an instant on it; the first that counts. */
                from?: string;
                partner_id?: string;
                /** @description Up to today; a month if nothing is said. */
                period?: "day" | "week" | "month" | "quarter";
                /** @description The last that counts. */
                to?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As measured. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPlanOptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionsRequest"];
            };
        };
        responses: {
            /** @description The fastest plan, the cheapest, and others. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptimizerOptions"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoAssignRequest"];
            };
        };
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptimizerPlan"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOptimizerStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptimizerStatus"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPartnerAssignments: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before. */
                cursor?: string;
                limit?: number;
                /** @description What has changed from then on. */
                since?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PartnerAssignment"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    postPartnerStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                assignmentId: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerStatusRequest"];
            };
        };
        responses: {
            /** @description Kept, and what it changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerStatusAck"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    syncPartnerDrivers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DriverSyncRequest"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverSyncResult"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManifestRequest"];
            };
        };
        responses: {
            /** @description Kept, with what is wrong line by line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManifestAck"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPartners: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before. */
                cursor?: string;
                limit?: number;
                status?: "active" | "disabled";
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Partner"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerRequest"];
            };
        };
        responses: {
            /** @description Registered. */
            201: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The partner. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    disablePartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; refused with 412 once there is a newer version. */
                "If-Match"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disabled. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description If-Match names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patchPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; refused with 412 once there is a newer version. */
                "If-Match"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerPatch"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description If-Match names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPartnerCapabilities: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its capabilities. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerCapabilities"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setPartnerCredentials: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerCredentials"];
            };
        };
        responses: {
            /** @description Stored, and how the trial went. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerCredentialsReference"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPartnerPerformance: {
        parameters: {
            query?: {
                /** @description Deliveries made from then on; by default 30 days before the end. */
                from?: string;
                /** @description Until before then; by default now. */
                to?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts and shares of the period. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerPerformance"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    testPartnerRates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateTestRequest"];
            };
        };
        responses: {
            /** @description The price, or why there is none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateTest"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    registerPod: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PodRequest"];
            };
        };
        responses: {
            /** @description It was registered before; as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pod"];
                };
            };
            /** @description Registered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pod"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPod: {
        parameters: {
            query?: {
                /** @description Reads and hashes every stored file again. */
                verify?: "true" | "false";
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                podId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The POD. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pod"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    requestPodUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PodUploadRequest"];
            };
        };
        responses: {
            /** @description In the order asked for. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodUploads"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPolicies: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As they are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patchPolicies: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyPatch"];
            };
        };
        responses: {
            /** @description As they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    trackPublicly: {
        parameters: {
            query: {
                tracking_number: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As his page says it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicTracking"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayRequest"];
            };
        };
        responses: {
            /** @description A job does it; ask `/jobs/{jobId}` for it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAccepted"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    scheduleReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description The return. */
            201: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Role"][];
                        next_cursor: null;
                    };
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleRequest"];
            };
        };
        responses: {
            /** @description The role. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    simulateDriverEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxEvent"];
            };
        };
        responses: {
            /** @description What became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxResult"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    simulatePartnerBehavior: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxPartnerBehavior"];
            };
        };
        responses: {
            /** @description How it answers now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxPartnerBehaviorSet"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    simulatePartnerCallbacks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxCallbacks"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxCallbackResults"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    simulateTrack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxTrack"];
            };
        };
        responses: {
            /** @description How many were taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxTracked"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSettlementRefs: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names only, no sums. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementRefs"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addSettlementRefs: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementRefsRequest"];
            };
        };
        responses: {
            /** @description All of the delivery's names. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementRefs"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    findSlotAvailability: {
        parameters: {
            query?: {
                /** @description In one line; its postcode counts. */
                address?: string;
                /** @description Absent: now. */
                from?: string;
                lat?: number;
                lon?: number;
                postal_code?: string;
                service_level?: string;
                /** @description Absent: two weeks later. */
                to?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Slot"][];
                        next_cursor: null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservationRequest"];
            };
        };
        responses: {
            /** @description Given back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    confirmSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservationRequest"];
            };
        };
        responses: {
            /** @description Confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    reserveSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReserveRequest"];
            };
        };
        responses: {
            /** @description Held until it expires. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    streamDelivery: {
        parameters: {
            query?: {
                /** @description The delivery's tracking number, of whoever has no key. */
                token?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Until somebody hangs up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        delivery_id: string;
                        eta: string | null;
                        /** @enum {string} */
                        status: "requested" | "scheduled" | "assigned" | "enroute" | "delivered" | "failed" | "cancelled" | "returned";
                        stops_before: number | null;
                        timestamp: string;
                    } | {
                        actor?: {
                            kind: string;
                            label: string;
                        };
                        correlation_id?: string;
                        delivery_id: string;
                        reason?: string;
                        received_at: string;
                        sequence: number;
                        status?: string;
                        timestamp: string;
                        type: string;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listVehicles: {
        parameters: {
            query?: {
                /** @description In use, and nobody out with it. */
                available?: "true" | "false";
                /** @description next_cursor of the page before. */
                cursor?: string;
                limit?: number;
                partner_id?: string;
                /** @description The name of the depot its usual driver starts at. */
                warehouse?: string;
            };
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Vehicle"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createVehicle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VehicleRequest"];
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vehicle"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getVehicle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                vehicleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The vehicle. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vehicle"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteVehicle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                vehicleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Retired. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vehicle"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patchVehicle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was seen; refused with 412 once there is a newer version. */
                "If-Match"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                vehicleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VehiclePatch"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    /** @description The version, for If-Match. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vehicle"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description If-Match names another version. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        next_cursor: null;
                    };
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description Subscribed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The request is done once under this name; asked again within 24 hours, the answer is the same. */
                "Idempotency-Key"?: string;
                /** @description The tenant meant; refused unless it is the token's own. */
                "X-Tenant-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookTestRequest"];
            };
        };
        responses: {
            /** @description What came back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTestResult"];
                };
            };
            /** @description Malformed: not JSON, a value of the wrong type, or an unknown parameter value. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No token, or one that opens nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The token was not made for this, or is of another tenant. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing, or not for this tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description It conflicts with what is there: a status that does not allow it, or an Idempotency-Key in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Another media type is wanted. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Well-formed, but it cannot be meant. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too many requests; Retry-After says when to ask again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
