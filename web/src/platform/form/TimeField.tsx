import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { readTime } from '../format/readDay';

type Props = {
  label?: string;
  'aria-label'?: string;
  /** "14:30", or empty. */
  value: string;
  onChange: (time: string | null) => void;
  error?: ReactNode;
};

/** A time of the day on the twenty-four hour clock, whatever the browser's language: "1430" is enough to type. */
export function TimeField({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => {
    const time = readTime(text);
    if (time !== null || text.trim() === '') onChange(time);
  };
  const leave = () => {
    if (typed !== null && typed !== value) take(typed);
    setTyped(null);
  };
  return (
    <TextInput
      {...rest}
      className="numbers"
      inputMode="numeric"
      autoComplete="off"
      placeholder="--:--"
      value={typed ?? value}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        // A whole time counts at once, so that Enter sends what stands here.
        if (/^\d\d:\d\d$/.test(text)) take(text);
      }}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
      onBlur={leave}
    />
  );
}
