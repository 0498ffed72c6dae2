import {
  IconBuildingStore,
  IconCalendarEvent,
  IconHome,
  IconMessage,
  IconPhone,
  IconSteeringWheel,
  type Icon,
} from '@tabler/icons-react';
import type { FollowUpWay } from '@platform/api/types';

export const wayIcons: Record<FollowUpWay, Icon> = {
  call: IconPhone,
  message: IconMessage,
  visit: IconBuildingStore,
  test_drive: IconSteeringWheel,
  home_visit: IconHome,
  event: IconCalendarEvent,
};
