import { Checkbox, Stack } from '@mantine/core';
import { sayFailure } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kinds, useChoose, type Notifying } from './notifying';

/** What somebody is told of, one way. */
export function KindChoices({ notifying, way }: { notifying: Notifying; way: 'by_mail' | 'by_push' }) {
  const { t } = useTranslation('dealership/account');
  const choose = useChoose();
  // Shown at once; what the server did not take is taken back.
  const [chosen, setChosen] = useState(notifying[way]);
  const change = (next: string[]) => {
    const wanted = kinds.filter((kind) => next.includes(kind));
    setChosen(wanted);
    choose.mutate(
      { [way]: wanted },
      {
        onError: (error) => {
          setChosen(notifying[way]);
          sayFailure(error.message);
        },
      },
    );
  };
  return (
    <Checkbox.Group label={t('mail.of_what')} value={chosen} onChange={change}>
      <Stack gap="xs" mt={6}>
        {kinds.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`mail.kind.${kind}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
