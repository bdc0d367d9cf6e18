import { useId, type TextareaHTMLAttributes } from 'react';
import parts from '../ui/parts.module.css';

/** A text of several lines with its label and what is wrong with it. */
export function Area({
  label,
  fault,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { label: string; fault?: string | undefined }) {
  const id = useId();
  return (
    <div className={parts.field}>
      <label htmlFor={id}>{label}</label>
      <textarea {...rest} id={id} aria-invalid={Boolean(fault)} aria-describedby={fault ? `${id}-fault` : undefined} />
      {fault && (
        <p id={`${id}-fault`} className={parts.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}
