/** House style: the council's colour, typeface, logo and Word template, with the pages they make. */
import { Button, Checkbox, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { DrawnPage } from '#renderer/parts/DrawnPage.tsx';
import { Panel } from '#renderer/parts/Panel.tsx';
import { PickFile } from '#renderer/parts/PickFile.tsx';
import { Problem, Ready } from '#renderer/parts/States.tsx';
import { useReadLogo, useReadTemplate, useSetHouse } from '#renderer/queries/house/mutations.ts';
import { useHouse, useHousePreview } from '#renderer/queries/house/queries.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { type HouseStyle, PLAIN_HOUSE } from '#shared/house/house.ts';

export function House() {
  const house = useHouse();
  return <Ready query={house}>{(value) => <Form key={JSON.stringify(value)} kept={value} />}</Ready>;
}

interface Draft {
  readonly house: HouseStyle;
  readonly change: (change: Partial<HouseStyle>) => void;
}

function Form({ kept }: { readonly kept: HouseStyle }) {
  const [house, setHouse] = useState(kept);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const put = useSetHouse();
  const tell = useTell();
  const draft: Draft = { house, change: (change) => setHouse({ ...house, ...change }) };
  const changed = JSON.stringify(house) !== JSON.stringify(kept);
  const plain = JSON.stringify(house) === JSON.stringify(PLAIN_HOUSE);
  const save = async () => {
    if (await put.run({ house: plain ? null : house }))
      tell({ kind: 'done', text: 'The house style is saved.' });
  };
  return (
    <div className="house">
      <Panel title="House style">
        <Template {...draft} notes={notes} setNotes={setNotes} />
        <Colour {...draft} />
        <Field
          label="Typeface"
          hint="Word, slides, web page and workbook use it where it is installed. The PDF keeps the typeface it carries within it, which has the widths of Arial."
        >
          <Input
            value={house.font ?? ''}
            placeholder={house.template?.body.font ?? 'Arial'}
            onChange={(_, { value }) => draft.change({ font: value === '' ? null : value })}
          />
        </Field>
        <Logo {...draft} />
        <div className="row">
          <Button appearance="primary" disabled={!changed || put.busy} onClick={() => void save()}>
            Save
          </Button>
          <Button disabled={plain} onClick={() => setHouse(PLAIN_HOUSE)}>
            Plain style
          </Button>
          <span className="quiet">{changed ? 'Not saved yet.' : ''}</span>
        </div>
      </Panel>
      <Preview house={house} />
    </div>
  );
}

interface TemplateProps extends Draft {
  readonly notes: readonly string[];
  readonly setNotes: (notes: readonly string[]) => void;
}

function Template({ house, change, notes, setNotes }: TemplateProps) {
  const read = useReadTemplate();
  return (
    <Field
      label="Word template"
      hint="Margins, page, headings, text and tables follow it; its words are left alone."
    >
      <div className="row">
        <span>{house.template?.file ?? 'None'}</span>
        <PickFile
          label="Word template"
          accept=".docx,.dotx,.docm,.dotm"
          disabled={read.busy}
          take={(file) =>
            void read.run({ file }).then((done) => {
              if (!done) return;
              const { template, logo } = done.value;
              change({ template, logo: house.logo ?? logo });
              setNotes(done.value.notes);
            })
          }
        >
          Choose…
        </PickFile>
        {house.template ? (
          <Button
            onClick={() => {
              change({ template: null });
              setNotes([]);
            }}
          >
            Take away
          </Button>
        ) : null}
      </div>
      {notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </Field>
  );
}

function Colour({ house, change }: Draft) {
  const [text, setText] = useState(house.accent ?? '');
  const sound = text === '' || /^#[0-9A-Fa-f]{6}$/.test(text);
  const put = (value: string) => {
    setText(value);
    if (value === '') change({ accent: null });
    else if (/^#[0-9A-Fa-f]{6}$/.test(value)) change({ accent: value.toUpperCase() });
  };
  return (
    <Field
      label="Colour of headings and rules"
      hint={house.template ? 'Left empty: the template’s.' : 'Left empty: dark blue, #12436D.'}
      {...(sound ? {} : { validationMessage: 'Write it as # and six digits, such as #12436D.' })}
    >
      <div className="row">
        <Input value={text} placeholder="#12436D" onChange={(_, { value }) => put(value.trim())} />
        <input
          type="color"
          aria-label="Choose the colour"
          value={house.accent ?? house.template?.heading1.colour ?? '#12436D'}
          onChange={({ currentTarget }) => put(currentTarget.value)}
        />
      </div>
    </Field>
  );
}

function Logo({ house, change }: Draft) {
  const read = useReadLogo();
  const { logo } = house;
  const alt = logo?.alt ?? 'Council logo';
  const everyPage = logo?.everyPage ?? false;
  return (
    <Field label="Logo" hint="PNG, JPEG or SVG. It goes into Word, PDF and the web page.">
      <div className="row">
        {logo ? (
          <img className="house-logo" src={`data:image/png;base64,${logo.png}`} alt={logo.alt} />
        ) : (
          <span>None</span>
        )}
        <PickFile
          label="Logo"
          accept=".png,.jpg,.jpeg,.svg"
          disabled={read.busy}
          take={(file) =>
            void read
              .run({ file, alt, everyPage })
              .then((done) => (done ? change({ logo: done.value }) : undefined))
          }
        >
          Choose…
        </PickFile>
        {logo ? <Button onClick={() => change({ logo: null })}>Take away</Button> : null}
      </div>
      {logo ? (
        <div className="column">
          <Input
            aria-label="What the logo shows, in words"
            value={logo.alt}
            onChange={(_, { value }) => change({ logo: { ...logo, alt: value || 'Council logo' } })}
          />
          <Checkbox
            label="At the head of every page, not on the front page alone"
            checked={logo.everyPage}
            onChange={(_, { checked }) => change({ logo: { ...logo, everyPage: checked === true } })}
          />
        </div>
      ) : null}
    </Field>
  );
}

function Preview({ house }: { readonly house: HouseStyle }) {
  const preview = useHousePreview(house);
  return (
    <section className="house-pages" aria-label="How packs will look">
      {preview.value?.problems.map((problem) => (
        <MessageBar key={problem} intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      ))}
      {preview.error ? <Problem error={preview.error} /> : null}
      <div className="row house-sheets">
        {(preview.value?.pages ?? []).map((svg, at) => (
          <DrawnPage
            key={at === 0 ? 'front' : 'text'}
            svg={svg}
            alt={at === 0 ? 'The front page in this style' : 'A page of text in this style'}
          />
        ))}
      </div>
    </section>
  );
}
