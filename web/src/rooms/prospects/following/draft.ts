/** The draft of a follow-up, by the card that it is about (or by the parcel that is put right). */
export const draftOf = (id: string) => `follow.${id}`;
