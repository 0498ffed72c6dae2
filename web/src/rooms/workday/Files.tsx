import { Button } from '@mantine/core';
import { address } from '@platform/api/client';
import { useCan } from '@platform/session/session';
import { IconDownload } from '@tabler/icons-react';

type Props = {
  /** Without the ending. */
  path: string;
  query?: Record<string, string | null>;
  label: (format: string) => string;
};

/** The same rows as files, for those who may take them away. */
export function Files({ path, query, label }: Props) {
  const can = useCan();
  if (!can('exports.run') || !can('prospects.manage')) return null;
  return (
    <span className="no-print">
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          size="compact-sm"
          variant="subtle"
          href={address(`${path}.${format}`, query)}
          aria-label={label(format.toUpperCase())}
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </span>
  );
}
