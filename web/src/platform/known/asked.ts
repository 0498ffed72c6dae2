/** What stands in a form so far. */
export type Typed = {
  name?: string | null;
  phone?: string | null;
  wechat?: string | null;
  plate?: string | null;
  modelId?: string | null;
  /** Who it is, when they are on file. */
  exceptId?: string | null;
};

const digits = (text: string) => text.replace(/\D/g, '').length;
const long = (text: string | null | undefined, least: number) => {
  const trimmed = text?.trim() ?? '';
  return trimmed.length >= least ? trimmed : undefined;
};

/** Only what is long enough to mean somebody; null while there is nothing to ask for. A name alone means nobody. */
export function asked({ name, phone, wechat, plate, modelId, exceptId }: Typed) {
  const contacts = {
    phone: phone && digits(phone) >= 7 ? phone.trim() : undefined,
    wechat: long(wechat, 3),
    plate: long(plate, 5),
  };
  const named = modelId && long(name, 2) ? { name: long(name, 2), model_id: modelId } : {};
  const query = { ...contacts, ...named };
  if (Object.values(query).every((value) => value === undefined)) return null;
  return { ...query, except_id: exceptId ?? undefined };
}
