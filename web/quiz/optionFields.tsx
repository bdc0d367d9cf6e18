import { useId } from 'react';
import { en } from '../texts/en.ts';
import parts from '../ui/parts.module.css';
import { Button } from '../ui/parts.tsx';
import { bounds, type OfQuestion } from './draft.ts';
import styles from './editor.module.css';
import { keyColour, Shape } from './shape.tsx';

const t = en.quizEditor;

/** The options of a question, and which of them are right. */
export function OptionFields({ question: { key, options }, faults, edit }: OfQuestion) {
  const id = useId();
  const faultAt = (field: string) => faults.get(`${key}.${field}`);
  const ofAll = [faultAt('options'), faultAt('correctOptions')].filter(Boolean).join(' ');
  return (
    <fieldset className={styles.options} aria-describedby={`${id}-about`}>
      <legend>{t.options}</legend>
      <ol>
        {options.map((option, place) => {
          const fault = faultAt(`options.${place}`) ?? faultAt(`correctOptions.${place}`);
          const number = place + 1;
          return (
            <li key={option.key} style={keyColour(place)}>
              <label className={styles.right} title={t.right(number)}>
                <span className={styles.shape}>
                  <Shape place={place} />
                </span>
                <input
                  type="checkbox"
                  aria-label={t.right(number)}
                  checked={option.right}
                  onChange={({ target }) =>
                    edit({ type: 'option', question: key, option: option.key, to: { right: target.checked } })
                  }
                />
              </label>
              <input
                aria-label={t.option(number)}
                aria-invalid={Boolean(fault || (place === 0 && ofAll))}
                aria-describedby={fault ? `${id}-${place}` : undefined}
                value={option.text}
                onChange={({ target }) =>
                  edit({ type: 'option', question: key, option: option.key, to: { text: target.value } })
                }
                autoComplete="off"
              />
              <Button
                look="quiet"
                aria-label={t.removeOption(number)}
                disabled={options.length <= bounds.options.least}
                onClick={() => edit({ type: 'removeOption', question: key, option: option.key })}
              >
                ✕
              </Button>
              {fault && (
                <p id={`${id}-${place}`} className={parts.fault}>
                  {fault}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <p id={`${id}-about`} className={ofAll ? parts.fault : parts.hint}>
        {ofAll || t.optionsHint}
      </p>
      {options.length < bounds.options.most && (
        <Button look="quiet" onClick={() => edit({ type: 'addOption', question: key })}>
          {t.addOption}
        </Button>
      )}
    </fieldset>
  );
}
