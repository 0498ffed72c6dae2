import { get, inStore, post, put } from '@platform/api/client';
import type {
  Appointment,
  AppointmentEdit,
  CalendarDay,
  DriveEdit,
  Driven,
  NewAppointment,
  NewDrive,
  TestDrive,
} from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readCardsAgain } from '../api';

/** The events may be late or cut: who has which car is read again every minute all the same. */
const calendarEvery = 60_000;

export function useCalendar(storeId: string, day: string | null, enabled = true) {
  return useQuery({
    queryKey: ['calendar', storeId, day],
    queryFn: ({ signal }) => get<CalendarDay>(`${inStore(storeId)}/calendar`, { day }, signal),
    refetchInterval: calendarEvery,
    enabled,
  });
}

type Of = { store_id: string; id: string };
const ofCard = (card: Of) => `${inStore(card.store_id)}/prospects/${card.id}`;
const ofAppointment = (made: Of) => `${inStore(made.store_id)}/appointments/${made.id}`;
const ofDrive = (drive: Of) => `${inStore(drive.store_id)}/test-drives/${drive.id}`;

export const invite = (card: Of, body: NewAppointment) =>
  post<Appointment>(`${ofCard(card)}/appointments`, body);
export const editAppointment = (made: Appointment, body: AppointmentEdit, version: number) =>
  put<Appointment>(ofAppointment(made), body, version);
export const sayCame = (made: Of) => post<Appointment>(`${ofAppointment(made)}/arrival`);
export const sayMissed = (made: Of) => post<Appointment>(`${ofAppointment(made)}/no-show`);
export const disinvite = (made: Of, reason: string | null) =>
  post<Appointment>(`${ofAppointment(made)}/cancellation`, { reason });

export const bookDrive = (card: Of, body: NewDrive) => post<TestDrive>(`${ofCard(card)}/test-drives`, body);
export const editDrive = (drive: TestDrive, body: DriveEdit, version: number) =>
  put<TestDrive>(ofDrive(drive), body, version);
export const finishDrive = (drive: Of, body: Driven) => post<TestDrive>(`${ofDrive(drive)}/completion`, body);
export const giveBack = (drive: Of, reason: string | null) =>
  post<TestDrive>(`${ofDrive(drive)}/cancellation`, { reason });

/** Something planned was changed: whatever shows cards and cars is read again, also after a refusal. */
export function usePlanChange<V, R>(act: (input: V) => Promise<R>, onDone?: (result: R) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => void readCardsAgain(client),
  });
}
