import { get } from '../api/client';
import type { Model, Page } from '../api/types';

/** Models on sale, for an AsyncPicker. */
export const askModels = async (q: string, signal: AbortSignal) => {
  const { items } = await get<Page<Model>>('/models', { q, limit: 20, retired: false }, signal);
  return items.map((model) => ({ id: model.id, label: model.name, note: `${model.brand} ${model.series}` }));
};
