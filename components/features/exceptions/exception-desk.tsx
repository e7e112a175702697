"use client";
import { endExceptionRequest, useExceptionRequest } from "@/components/lib/exceptions/exception-requests";
import { NewExceptionDialog } from "./new-exception-dialog";

/** Answers screens that ask for the form of an exception; stands once on the page. */
export function ExceptionDesk() {
  const request = useExceptionRequest();
  return request ? <NewExceptionDialog about={request} onClose={endExceptionRequest} /> : null;
}
