/** What the server speaks, by hand until the types are generated from its OpenAPI document into schema.ts. */
export * from './types/customers';
export * from './types/shared';
export * from './types/visits';
