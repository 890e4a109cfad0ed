/** The key under which a method of an API definition has what it calls. */
export const integrationKey = 'x-amazon-apigateway-integration';

/** The method of an API definition that stands for all methods. */
export const anyMethod = 'x-amazon-apigateway-any-method';
