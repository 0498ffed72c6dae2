import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { AsyncPicker } from '@platform/picker/AsyncPicker';
import { askModels } from '@platform/picker/models';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './parts';

/** Which car: one of the models, or any other in words. */
export function CarFields({ value, change, errorAt }: PartProps) {
  const { t } = useTranslation('prospects/quotes');
  return (
    <>
      {value.by_words ? (
        <TextInput
          label={t('model_words')}
          maxLength={80}
          value={value.model_words}
          error={errorAt('model', 'model')}
          onChange={(event) => change({ model_words: event.currentTarget.value })}
        />
      ) : (
        <AsyncPicker
          label={t('model')}
          name="models"
          ask={askModels}
          value={value.model}
          error={errorAt('model_id', 'model') ?? errorAt('model')}
          onChange={(model) => change({ model })}
        />
      )}
      <div>
        <Button size="compact-sm" variant="subtle" onClick={() => change({ by_words: !value.by_words })}>
          {t(value.by_words ? 'by_model' : 'by_words')}
        </Button>
      </div>
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          label={t('trim')}
          maxLength={60}
          value={value.trim}
          error={errorAt('trim')}
          onChange={(event) => change({ trim: event.currentTarget.value })}
        />
        <TextInput
          label={t('colour')}
          maxLength={40}
          value={value.colour}
          error={errorAt('colour')}
          onChange={(event) => change({ colour: event.currentTarget.value })}
        />
      </SimpleGrid>
    </>
  );
}
