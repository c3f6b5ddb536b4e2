/** The fields a definition is edited with, each bound to one value. */
import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { namesIn } from '#renderer/screens/board/state.ts';

interface Bound<T> {
  readonly label: string;
  readonly value: T;
  readonly change: (value: T) => void;
}

export function TextField({ label, value, change, hint }: Bound<string> & { readonly hint?: string }) {
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      <Input value={value} onChange={(_, data) => change(data.value)} />
    </Field>
  );
}

export function LongText({ label, value, change }: Bound<string>) {
  return (
    <Field label={label}>
      <Textarea resize="vertical" value={value} onChange={(_, data) => change(data.value)} />
    </Field>
  );
}

/** Names separated by commas; what is being typed stays as it is typed. */
export function NamesField({ label, value, change }: Bound<readonly string[]>) {
  const [typed, setTyped] = useState(value.join(', '));
  return (
    <Field label={label} hint="Separated by commas">
      <Input
        value={typed}
        onChange={(_, data) => {
          setTyped(data.value);
          change(namesIn(data.value));
        }}
      />
    </Field>
  );
}

/** One text a line: captions and paragraphs hold commas. */
export function LinesField({ label, value, change }: Bound<readonly string[]>) {
  const [typed, setTyped] = useState(value.join('\n'));
  return (
    <Field label={label} hint="One a line">
      <Textarea
        resize="vertical"
        rows={Math.min(8, value.length + 2)}
        value={typed}
        onChange={(_, data) => {
          setTyped(data.value);
          change(data.value.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])));
        }}
      />
    </Field>
  );
}

export interface Option {
  readonly code: string;
  readonly name: string;
}

interface ChoiceProps extends Bound<string> {
  readonly options: readonly Option[];
  /** What leaving it open is called; without it something has to be chosen. */
  readonly none?: string;
}

/** One of several; an empty value is none. */
export function Choice({ label, value, change, options, none }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => change(data.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Any of several, in their own order. */
export function Many({
  label,
  value,
  change,
  options,
}: Bound<readonly string[]> & { readonly options: readonly Option[] }) {
  const chosen = new Set(value);
  return (
    <fieldset className="many">
      <legend>{label}</legend>
      {options.map(({ code, name }) => (
        <Checkbox
          key={code}
          label={name}
          checked={chosen.has(code)}
          onChange={(_, { checked }) =>
            change(checked === true ? [...value, code] : value.filter((one) => one !== code))
          }
        />
      ))}
    </fieldset>
  );
}

export function Yes({ label, value, change }: Bound<boolean>) {
  return <Checkbox label={label} checked={value} onChange={(_, { checked }) => change(checked === true)} />;
}

interface LineButtonsProps {
  /** What the buttons act on, for those who hear them. */
  readonly of: string;
  readonly up?: (() => void) | undefined;
  readonly down?: (() => void) | undefined;
  readonly remove?: (() => void) | undefined;
}

export function LineButtons({ of, up, down, remove }: LineButtonsProps) {
  return (
    <span className="row line-buttons">
      {up ? (
        <Button size="small" aria-label={`Move ${of} up`} onClick={up}>
          ↑
        </Button>
      ) : null}
      {down ? (
        <Button size="small" aria-label={`Move ${of} down`} onClick={down}>
          ↓
        </Button>
      ) : null}
      {remove ? (
        <Button size="small" aria-label={`Remove ${of}`} onClick={remove}>
          Remove
        </Button>
      ) : null}
    </span>
  );
}
