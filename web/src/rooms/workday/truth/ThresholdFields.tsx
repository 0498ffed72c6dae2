import { Button, NumberInput } from '@mantine/core';
import { useView } from '@platform/useView';
import { useTranslation } from 'react-i18next';
import classes from '../workday.module.css';
import { kinds, leastOf, most, thresholds, thresholdsOf, usual, type Asked, type Threshold } from './asking';
import truth from './truth.module.css';

/** From when on something is noticed: it stands on the page and in the address, and anybody may look otherwise. */
export function ThresholdFields({ asked }: { asked: Asked }) {
  const { t } = useTranslation('workday/truth');
  const { change } = useView();
  const set = (name: Threshold, value: number) =>
    change({ [name]: value === usual[name] ? null : String(value), list: null });
  const all = Object.fromEntries([...thresholds, 'list'].map((name) => [name, null]));
  const changed = thresholds.some((name) => asked[name] !== undefined);
  return (
    <section className={classes.panel} aria-label={t('thresholds')}>
      <div className={classes.head}>
        <h2>{t('thresholds')}</h2>
        {changed && (
          <Button variant="subtle" size="compact-sm" className="no-print" onClick={() => change(all)}>
            {t('as_usual')}
          </Button>
        )}
      </div>
      <p className={classes.note}>{t('thresholds_note')}</p>
      <div className={truth.kinds}>
        {kinds.map((kind) => (
          <div key={kind}>
            <h3>{t(`kind.${kind}`)}</h3>
            <p className="quiet">{t(`how.${kind}`)}</p>
            <div className={truth.fields}>
              {thresholdsOf[kind].map((name) => (
                <NumberInput
                  key={name}
                  label={t(`threshold.${name}`)}
                  value={Number(asked[name] ?? usual[name])}
                  min={leastOf(name)}
                  max={most}
                  allowDecimal={false}
                  allowNegative={false}
                  clampBehavior="blur"
                  onChange={(value) =>
                    typeof value === 'number' && value >= leastOf(name) && value <= most && set(name, value)
                  }
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
