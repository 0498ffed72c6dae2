import type { Transport, Visit } from '@platform/api/types';

/** What the printed register asks for beside the rest, as it is typed. */
export type Register = {
  transport: Transport | null;
  colour: string;
  current_car: string;
  competing_model: string;
  questionnaire: boolean | null;
};

export const registerPointers = [
  '/transport',
  '/colour',
  '/current_car',
  '/competing_model',
  '/questionnaire',
] as const;

export function registerOf(visit: Visit): Register {
  return {
    transport: visit.transport,
    colour: visit.colour ?? '',
    current_car: visit.current_car ?? '',
    competing_model: visit.competing_model ?? '',
    questionnaire: visit.questionnaire,
  };
}

/** As the server takes it: what is empty is nothing. */
export function registerBody({ transport, colour, current_car, competing_model, questionnaire }: Register) {
  return {
    transport,
    colour: colour.trim() || null,
    current_car: current_car.trim() || null,
    competing_model: competing_model.trim() || null,
    questionnaire,
  };
}
