/** The reviewer's comments on a section: new ones, earlier ones to put in other words or take away. */
import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useComment, useRemoveComment } from '#renderer/queries/review/mutations.ts';
import { CommentCard } from '#renderer/screens/review/CommentCard.tsx';
import type { ReviewSection } from '#shared/review/places.ts';
import type { Comment } from '#shared/review/review.ts';

interface Props {
  readonly section: ReviewSection;
  /** The reviewer's name, kept while sections are turned. */
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly comments: readonly Comment[];
}

export function Mine({ section, name, setName, comments }: Props) {
  const [place, setPlace] = useState('');
  const [text, setText] = useState('');
  const [changing, setChanging] = useState<Comment | null>(null);
  const comment = useComment();
  const remove = useRemoveComment();
  const chosen = section.places[Number(place)];
  const save = async () => {
    const about = place !== '' && chosen ? chosen : { figure: null, words: '' };
    const said = { section: section.code, figure: about.figure, about: about.words, text, by: name };
    if (!(await comment.run({ id: changing?.id ?? null, ...said }))) return;
    setText('');
    setPlace('');
    setChanging(null);
  };
  const change = (one: Comment) => {
    setChanging(one);
    setText(one.text);
    const at = section.places.findIndex(({ words }) => words === one.about);
    setPlace(at < 0 ? '' : String(at));
  };
  return (
    <section className="review-comments" aria-label="Comments">
      <h2>Comments</h2>
      <Field label="Your name">
        <Input value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label="About">
        <Select value={place} onChange={(_, { value }) => setPlace(value)}>
          <option value="">The section as a whole</option>
          {section.places.map(({ words }, at) => (
            <option key={words} value={String(at)}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={changing ? 'Your comment, in other words' : 'Your comment'}>
        <Textarea resize="vertical" value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className="row">
        <Button
          appearance="primary"
          disabled={text.trim() === '' || name.trim() === '' || comment.busy}
          onClick={() => void save()}
        >
          {changing ? 'Change the comment' : 'Add the comment'}
        </Button>
      </div>
      <ul className="plain-list comments">
        {comments.map((one) => (
          <CommentCard
            key={one.id}
            comment={one}
            actions={
              <>
                <Button size="small" onClick={() => change(one)}>
                  Change
                </Button>
                <Button size="small" onClick={() => void remove.run({ id: one.id })}>
                  Take away
                </Button>
              </>
            }
          />
        ))}
      </ul>
    </section>
  );
}
