import * as v from 'valibot';
import { IDEA_IDS_MAX, IDEA_TAGS, OWN_IDEAS_MAX } from '#lib/practices/together/model/ideas.ts';
import { list, must, object, text, uuid } from '../rules.ts';
import { LINE_MAX } from '#lib/record/field.ts';

/** A built-in idea is named by a word, an own one by its id. */
const ID_MAX = 60;

const lineText = v.pipe(text, v.maxLength(LINE_MAX, must('line-length')));

const ids = v.pipe(
  list(IDEA_IDS_MAX, 'ideas-max'),
  v.array(v.pipe(text, v.nonEmpty(must('name')), v.maxLength(ID_MAX, must('name'))))
);

/** What the user has made of the ideas for time together. */
export const ideasSchema = object({
  own: v.pipe(
    list(OWN_IDEAS_MAX, 'ideas-max'),
    v.array(
      object({
        id: uuid,
        text: v.pipe(lineText, v.nonEmpty(must('name'))),
        tags: v.pipe(
          list(IDEA_TAGS.length, 'choice'),
          v.array(v.picklist(IDEA_TAGS, must('choice')))
        )
      })
    )
  ),
  hidden: ids,
  seen: ids
});
