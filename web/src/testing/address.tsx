import { screen } from '@testing-library/react';
import { useLocation } from 'react-router';

/** Stands beside a page whose address is its view. */
export function Address() {
  const { search } = useLocation();
  return <output data-testid="address">{search}</output>;
}

export const addressNow = () => new URLSearchParams(screen.getByTestId('address').textContent ?? '');
