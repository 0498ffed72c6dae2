/** Stands in the place of a salesperson's id: the cards that nobody is in charge of. */
export const nobody = 'none';
