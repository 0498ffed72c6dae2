import { byRoom } from './words';

export const words = byRoom(
  import.meta.glob<object>(['./words.en.json', '../platform/words.en.json', '../rooms/**/words.en.json'], {
    eager: true,
    import: 'default',
  }),
);
