import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panels.module.css';

/** Says what belongs here, and offers the first step as its child. */
export function EmptyPanel({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={classes.panel}>
      <Stack gap="xs" align="flex-start">
        <Text fw={600}>{title}</Text>
        <Text c="dimmed" maw="60ch">
          {text}
        </Text>
        {children}
      </Stack>
    </div>
  );
}
