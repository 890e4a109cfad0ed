/** The logical ids of the APIs that exist because an event names none. */
export const implicitApiIds = { rest: 'ServerlessRestApi', http: 'ServerlessHttpApi' } as const;
