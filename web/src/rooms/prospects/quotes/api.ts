import { address, call, get, inStore, post } from '@platform/api/client';
import type { Card, Language, NewQuote, Quote, QuotePaper } from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readCardsAgain } from '../api';

type Of = { store_id: string; id: string };
const ofQuote = (quote: Of) => `${inStore(quote.store_id)}/quotes/${quote.id}`;
const ofVersion = (quote: Of, n: number) => `${ofQuote(quote)}/versions/${n}`;

export const askPaper = (quote: Of, n: number, signal?: AbortSignal) =>
  get<QuotePaper>(ofVersion(quote, n), {}, signal);

export function usePaper(quote: Of, n: number) {
  return useQuery({
    queryKey: ['quote', quote.store_id, quote.id, n],
    queryFn: ({ signal }) => askPaper(quote, n, signal),
  });
}

export const giveQuote = (card: Card, body: NewQuote) =>
  post<Quote>(`${inStore(card.store_id)}/prospects/${card.id}/quotes`, body);
/** The next version, if the quote still is as it was looked at. */
export const reviseQuote = (quote: Of, body: NewQuote, version: number) =>
  call<Quote>('POST', `${ofQuote(quote)}/versions`, { body, version });
export const withdrawQuote = (quote: Of, reason: string) =>
  post<Quote>(`${ofQuote(quote)}/withdrawal`, { reason });

export const pdfAddress = (quote: Of, n: number, language: Language) =>
  address(`${ofVersion(quote, n)}/pdf`, { language });
export const printAddress = (quote: Of, n: number) => `${ofQuote(quote)}/${n}/print`;

/** Something was done with a quote: whatever shows its card is read again, also after a refusal. */
export function useQuoteChange<V, R>(act: (input: V) => Promise<R>, onDone?: (result: R) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => {
      void readCardsAgain(client);
      void client.invalidateQueries({ queryKey: ['quote'] });
    },
  });
}
