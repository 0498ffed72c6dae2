import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './forms.module.css';

type Props = {
  title: string;
  back: string;
  /** Paper lies on its side. */
  landscape?: boolean;
  tools?: ReactNode;
  children: ReactNode;
};

/** Black on white, as it comes out of the printer; what is only for the screen stands above the sheet. */
export function FormFrame({ title, back, landscape, tools, children }: Props) {
  const { t } = useTranslation('prospects/forms');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className={classes.page}>
      <style media="print">{`@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: 8mm; }`}</style>
      <Group className={`${classes.tools} no-print`} gap="xs">
        {tools}
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button component={Link} to={back} variant="default">
          {t('back')}
        </Button>
      </Group>
      <div className={classes.scroll} role="group" aria-label={title} tabIndex={0}>
        <div className={`${classes.sheet} ${landscape ? classes.landscape : classes.portrait}`}>
          {children}
        </div>
      </div>
    </main>
  );
}
