import { z } from 'zod';
import { OUTCOMES } from '../../appeals/index.ts';
import { Day } from '../../kernel/day.ts';
import { Language } from '../../kernel/language.ts';
import type { BoundOfficer } from '../officer-cards/index.ts';

const SlackFile = z.object({
  name: z.string().nullish(),
  mimetype: z.string().default('application/octet-stream'),
  size: z.number().int().default(0),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
});
const Field = z.object({
  files: z.array(SlackFile).nullish(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

export const FormValues = z.record(z.string(), z.record(z.string(), Field));
export type FormValues = z.infer<typeof FormValues>;

/** What a form says, as the act it asks for. */
export function readForm(type: string, values: FormValues, officer: BoundOfficer, citizenLanguage: Language): object {
  const of = (id: string) => Object.values(values[id] ?? {})[0];
  const text = (id: string): string => of(id)?.value ?? '';
  const chosen = (id: string): string | undefined => of(id)?.selected_option?.value;
  const on = (id: string) => Day.safeParse(of(id)?.selected_date).data;
  const ticked = of('points')?.selected_options ?? [];
  const outgoing = {
    ...(text('outgoing-number').trim() ? { outgoingNumber: text('outgoing-number') } : {}),
    ...(on('outgoing-on') ? { outgoingOn: on('outgoing-on') } : {}),
  };
  switch (type) {
    case 'register':
      return { type, number: text('number'), on: on('on') };
    case 'ask':
    case 'hear':
      return { type, text: text('text'), language: citizenLanguage };
    case 'answer': {
      const begun = Object.keys(values).find((id) => id.startsWith('text:'));
      return {
        type,
        text: text(begun ?? 'text'),
        ...(begun ? { templateId: begun.slice('text:'.length) } : {}),
        ...(ticked.length > 0 ? { addressed: ticked.map(({ value }) => Number(value)) } : {}),
        ...outgoing,
        language: Language.safeParse(chosen('language')).data ?? citizenLanguage,
        outcome: OUTCOMES.find((one) => one === chosen('outcome')),
        files: (of('files')?.files ?? []).map((file) => ({
          kind: file.mimetype.startsWith('image/') ? 'photo' : 'document',
          mediaType: file.mimetype,
          sizeBytes: file.size,
          fileName: file.name ?? null,
          contentHash: null,
          fetchFrom: file.url_private_download ?? file.url_private ?? null,
        })),
      };
    }
    case 'extend':
      return { type, until: on('until'), reason: text('reason'), decidedBy: chosen('decided-by') ?? officer.id };
    case 'redirect':
      return { type, to: chosen('to'), reason: text('reason') };
    case 'pass':
      return { type, ...outgoing };
    case 'forward':
      return { type, note: text('note') };
    case 'return':
      return { type, remark: text('remark') };
    default:
      return {};
  }
}
