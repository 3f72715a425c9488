import { z } from 'zod';

/**
 * Adaptive Cards 1.5, as far as our cards use it: every property that the schema knows for these types and
 * no other. A property or element that is not here is one to look up first: Teams ignores what it does not
 * know, silently.
 *
 * Source: adaptivecards.io, schema 1.5.0. `lang` of an element is the renderers' own (JavaScript SDK, 1.1).
 */
const spacing = z.enum(['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding']);
const alignment = z.enum(['left', 'center', 'right']);
const vertical = z.enum(['top', 'center', 'bottom']);
/** The schema takes enum values in any case. */
const anyCase = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.charAt(0).toLowerCase() + value.slice(1) : value),
    schema,
  );

const element = {
  id: z.string().optional(),
  isVisible: z.boolean().optional(),
  separator: z.boolean().optional(),
  spacing: anyCase(spacing).optional(),
  height: z.enum(['auto', 'stretch']).optional(),
  lang: z.enum(['ja', 'en']).optional(),
};
const textLook = {
  color: anyCase(z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'])).optional(),
  fontType: anyCase(z.enum(['default', 'monospace'])).optional(),
  isSubtle: z.boolean().optional(),
  size: anyCase(z.enum(['default', 'small', 'medium', 'large', 'extraLarge'])).optional(),
  weight: anyCase(z.enum(['default', 'lighter', 'bolder'])).optional(),
};

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  wrap: z.boolean().optional(),
  maxLines: z.number().optional(),
  style: anyCase(z.enum(['default', 'heading'])).optional(),
  horizontalAlignment: anyCase(alignment).optional(),
  ...textLook,
  ...element,
});
const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  highlight: z.boolean().optional(),
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  ...textLook,
});
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(textRun).min(1),
  horizontalAlignment: anyCase(alignment).optional(),
  ...element,
});

const action = {
  id: z.string().optional(),
  title: z.string().min(1),
  /** 1.5 */
  tooltip: z.string().min(1).optional(),
  iconUrl: z.url().optional(),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  mode: z.enum(['primary', 'secondary']).optional(),
  isEnabled: z.boolean().optional(),
};
const submit = z.strictObject({ type: z.literal('Action.Submit'), data: z.looseObject({}), ...action });
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), url: z.url(), ...action });
/** 1.4 */
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  verb: z.string().min(1),
  data: z.looseObject({}),
  associatedInputs: z.enum(['auto', 'none']).optional(),
  ...action,
});
const anyAction = z.discriminatedUnion('type', [submit, openUrl, execute]);
const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z.array(anyAction).min(1).max(6),
  ...element,
});

const choiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  id: z.string().min(1),
  choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(1),
  value: z.string().optional(),
  style: anyCase(z.enum(['compact', 'expanded', 'filtered'])).optional(),
  isMultiSelect: z.boolean().optional(),
  placeholder: z.string().optional(),
  wrap: z.boolean().optional(),
  label: z.string().min(1).optional(),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().optional(),
  separator: element.separator,
  spacing: element.spacing,
});

const input = {
  id: z.string().min(1),
  /** 1.3 */
  label: z.string().min(1).optional(),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().min(1).optional(),
  separator: element.separator,
  spacing: element.spacing,
};
const textInput = z.strictObject({
  type: z.literal('Input.Text'),
  isMultiline: z.boolean().optional(),
  maxLength: z.int().positive().optional(),
  placeholder: z.string().min(1).optional(),
  value: z.string().optional(),
  ...input,
});
const toggleInput = z.strictObject({
  type: z.literal('Input.Toggle'),
  title: z.string().min(1),
  value: z.string().optional(),
  valueOn: z.string().optional(),
  valueOff: z.string().optional(),
  wrap: z.boolean().optional(),
  ...input,
});

const leaf = z.discriminatedUnion('type', [textBlock, richTextBlock, actionSet]);
const container = z.strictObject({
  type: z.literal('Container'),
  items: z.array(leaf).min(1),
  style: z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional(),
  bleed: z.boolean().optional(),
  selectAction: anyAction.optional(),
  ...element,
});
const column = z.strictObject({
  type: z.literal('Column'),
  items: z.array(leaf).min(1),
  width: z.union([z.enum(['auto', 'stretch']), z.number()]).optional(),
  verticalContentAlignment: anyCase(vertical).optional(),
  ...element,
});
const columnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  columns: z.array(column).min(1),
  ...element,
});

export const adaptiveCardSchema = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.enum(['ja', 'en']),
  body: z
    .array(
      z.discriminatedUnion('type', [
        textBlock,
        richTextBlock,
        actionSet,
        container,
        columnSet,
        choiceSet,
        textInput,
        toggleInput,
      ]),
    )
    .min(1),
});

/** Everything in a card that people can read or press, in its order. */
export function visibleWords(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(visibleWords);
  if (typeof card !== 'object' || card === null) return [];
  return Object.entries(card).flatMap(([key, value]) =>
    typeof value === 'string'
      ? ['text', 'title', 'tooltip'].includes(key)
        ? [value]
        : []
      : visibleWords(value),
  );
}

/** All buttons of a card. */
export function buttonsOf(card: unknown): z.infer<typeof anyAction>[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (typeof card !== 'object' || card === null) return [];
  const parsed = anyAction.safeParse(card);
  return parsed.success ? [parsed.data] : Object.values(card).flatMap(buttonsOf);
}

/** The card that an activity carries. */
export function cardOf(activity: unknown): unknown {
  const { attachments } = activity as { attachments?: { contentType?: string; content?: unknown }[] };
  return attachments?.[0]?.content;
}

/** What stands in a card's inputs before anybody types, by their id. */
export function inputsOf(card: unknown): Record<string, string> {
  if (Array.isArray(card)) return Object.assign({}, ...card.map(inputsOf));
  if (typeof card !== 'object' || card === null) return {};
  const { type, id, value, body } = card as { type?: string; id?: string; value?: string; body?: unknown };
  if (type?.startsWith('Input.') && id) return { [id]: value ?? '' };
  return body ? inputsOf(body) : {};
}
