import { IconCalendarCheck, IconPhone, IconRepeat, IconWalk, type Icon } from '@tabler/icons-react';
import type { Way } from '@platform/api/types';

export const ways: { way: Way; Icon: Icon }[] = [
  { way: 'walk_in', Icon: IconWalk },
  { way: 'appointment', Icon: IconCalendarCheck },
  { way: 'call', Icon: IconPhone },
  { way: 'again', Icon: IconRepeat },
];

export const wayIcons: Record<Way, Icon> = {
  walk_in: IconWalk,
  appointment: IconCalendarCheck,
  call: IconPhone,
  again: IconRepeat,
};
