/** The id of a field's control; error summaries and tests link to it. */
export const controlId = (name: string): string => `field-${name}`
