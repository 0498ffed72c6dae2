/** Groups a number for the eye. The server keeps and checks the normalised form. */
export function showPhone(phone: string): string {
  const chinese = /^(?:\+86)?(1\d{2})(\d{4})(\d{4})$/.exec(phone);
  if (chinese) return `${chinese[1]} ${chinese[2]} ${chinese[3]}`;
  const foreign = /^(\+\d{1,3}?)(\d{3})(\d{3,4})(\d{3,4})$/.exec(phone);
  return foreign ? foreign.slice(1).join(' ') : phone;
}
