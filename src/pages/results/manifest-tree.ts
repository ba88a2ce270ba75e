import { translate } from '../../core/i18n.ts';

/** A part of a manifest store: its name, and what it holds: a text, or further parts. */
export interface TreePart {
  readonly name: string;
  readonly value: unknown;
}

/** More parts of one are not drawn: each is some elements of the page. */
const MOST_PARTS = 200;

/** A longer text is cut: keys and pictures are thousands of signs that say nothing. */
const MOST_TEXT = 2_000;

/** The manifests of a store as c2pa-rs writes it, that of the file first, then what was checked; undefined for what is none. */
export function manifestParts(json: string): readonly TreePart[] | undefined {
  const store = recordIn(parsed(json));
  const manifests = recordIn(store?.manifests);
  if (!store || !manifests) return undefined;
  const { manifests: _, active_manifest: active, ...checks } = store;
  const labels = Object.keys(manifests).sort((one, other) => Number(other === active) - Number(one === active));
  return [
    ...labels.map((label) => ({
      name: translate('inspectManifest', textIn(recordIn(manifests[label])?.title) ?? label),
      value: manifests[label],
    })),
    { name: translate('inspectChecks'), value: checks },
  ];
}

/** What a part holds, and how much more of it is not shown; undefined for a text. */
export function partsIn({
  name,
  value,
}: TreePart): { readonly parts: readonly TreePart[]; readonly more: number } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const all: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, at) => [`${at + 1}`, item])
    : Object.entries(value);
  const parts = all.slice(0, MOST_PARTS).map(([key, item]) => named(name, key, item));
  return { parts, more: all.length - parts.length };
}

/** The text of a part that holds nothing else. */
export function textOf({ value }: TreePart): string {
  const text = String(value);
  return text.length <= MOST_TEXT ? text : `${text.slice(0, MOST_TEXT)}…`;
}

/** Of a list that is known, each by its own name. */
function named(list: string, key: string, value: unknown): TreePart {
  const item = recordIn(value);
  if (list === 'assertions' && item) {
    return { name: translate('inspectAssertion', textIn(item.label) ?? key), value: 'data' in item ? item.data : item };
  }
  if (list === 'ingredients' && item) {
    return { name: translate('inspectIngredient', textIn(item.title) ?? textIn(item.label) ?? key), value };
  }
  return { name: key, value };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 120) : undefined;
}
