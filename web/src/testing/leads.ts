import type { Schemas } from '@platform/api/types';
import { chen } from './people';

export const lead = (change: Partial<Schemas['LeadView']> = {}): Schemas['LeadView'] => ({
  id: '01900000-0000-7000-8000-000000000070',
  received_at: '2026-03-04T02:00:00.000Z',
  source: '汽车之家',
  name: '王小明',
  phone: '+8613800138000',
  email: null,
  wants: '远山 山海 5',
  outcome: 'opened',
  state: 'waiting',
  fault: null,
  card_id: '01900000-0000-7000-8000-000000000071',
  customer: { id: '01900000-0000-7000-8000-000000000072', name: '王小明' },
  salesperson: chen,
  target_at: '2999-03-04T02:05:00.000Z',
  breach_at: '2999-03-04T02:30:00.000Z',
  first_personal_response_at: null,
  responded_by: null,
  response_minutes: null,
  in_time: null,
  reassigned_at: null,
  moved_from: null,
  ...change,
});
