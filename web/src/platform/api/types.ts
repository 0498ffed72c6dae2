/** What the server speaks: names for the generated schemas, as the rooms use them. */
export * from './types/cards';
export * from './types/customers';
export * from './types/shared';
export * from './types/visits';
