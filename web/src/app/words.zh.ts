import { byRoom } from './words';

export const words = byRoom(
  import.meta.glob<object>(['./words.zh.json', '../platform/words.zh.json', '../rooms/**/words.zh.json'], {
    eager: true,
    import: 'default',
  }),
);
