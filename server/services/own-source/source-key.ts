import "server-only";

/** What a source's key is sealed for: it opens for no other. */
export const sourceKeySubject = (organizationId: string, id: string) => `own-source ${organizationId}/${id}`;
