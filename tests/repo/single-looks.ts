import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { sourceOf } from './source-files.ts';

/** Methods that read a page, a tree, a storage or a screen as it is at one moment. */
const LOOKS = new Set([
  // Trees and the panel.
  ...['findByRole', 'lines', 'buttons', 'text', 'isShowing', 'boxOf'],
  // Pages and workers.
  ...['evaluate', 'evaluateAll', '$eval', '$$eval', 'content', 'title'],
  // Elements of pages.
  ...['textContent', 'allTextContents', 'innerText', 'inputValue', 'innerHTML', 'getAttribute', 'count', 'boundingBox'],
  ...['isVisible', 'isHidden', 'isChecked', 'isDisabled', 'isEnabled', 'isEditable'],
]);

/** Functions of the harness that do so below what is seen here. */
const LOOKING_FUNCTIONS = new Set(['evaluateInServiceWorker', 'evaluateInTarget']);

/** What looks again until it sees what it waits for, or says why one look is enough. */
const WAITS = /^(wait\w*|poll|toPass|settled|steadyBox)$/;

/** What the user does, of which something may come a moment later. */
const ACTS = new Set([
  ...[
    'press',
    'pressSummary',
    'tick',
    'click',
    'rightClick',
    'key',
    'type',
    'fill',
    'check',
    'uncheck',
    'selectOption',
  ],
  ...['setInputFiles', 'choose', 'checkPage', 'checkPrivately', 'dispatchMenuEvent', 'dispatchMenuChoice'],
]);

/** As much of a node of a syntax tree as every node has. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** One assertion that does not wait. */
export interface SingleLook {
  readonly line: number;
  /** What it looks with. */
  readonly look: string;
}

/** With what the functions and variables of a scope look, or were looked for, by their names: those alone that do. */
type Known = ReadonlyMap<string, string>;

/** The assertions in a file of tests on what was looked at once, and the requests it asks for right after an act of the user. */
export function singleLooks(file: string, source = sourceOf(file)): SingleLook[] {
  const program = parsed(file, source);
  const at = ({ start }: Node, look: string): SingleLook => ({ line: source.slice(0, start).split('\n').length, look });
  const early = all(program).flatMap((node) => statementsOf(node).filter(comesRightAfterAnAct));
  return [
    ...assertions(program, importedLooks(file, program)).map(({ node, look }) => at(node, look)),
    ...early.map((statement) => at(statement, 'requests')),
  ];
}

function assertions(node: Node, known: Known): { readonly node: Node; readonly look: string }[] {
  const inScope = withDeclared(node, known);
  const subject = expectedIn(node);
  const look = subject && lookIn(subject, inScope);
  const own = look === undefined ? [] : [{ node, look }];
  return [...own, ...childrenOf(node).flatMap((child) => assertions(child, inScope))];
}

/** What is known inside of a node: what its own statements declare takes the place of what has the same names outside. */
function withDeclared(scope: Node, outside: Known): Known {
  const declared = statementsOf(scope).flatMap(declarationsIn);
  const known = new Map(outside);
  for (const [name] of declared) known.delete(name);
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const [name, made] of declared) {
      const look = lookIn(isFunction(made) && isNode(made.body) ? made.body : made, known);
      if (look !== undefined) known.set(name, look);
    }
  }
  return known;
}

/** The names that a statement declares, each with the function or the value that it stands for. */
function declarationsIn(statement: Node): [string, Node][] {
  if (statement.type === 'FunctionDeclaration') return [[nameOf(statement.id), statement]];
  if (isNode(statement.declaration)) return declarationsIn(statement.declaration);
  return nodesIn(statement.declarations).flatMap(({ id, init }) =>
    isNode(id) && isNode(init) ? namesIn(id).map((name): [string, Node] => [name, init]) : [],
  );
}

const exportedLooks = new Map<string, Known>();

function looksOf(file: string): Known {
  const found = exportedLooks.get(file);
  if (found) return found;
  exportedLooks.set(file, new Map()); // For a file that comes back to itself.
  const program = parsed(file, sourceOf(file));
  const known = withDeclared(program, importedLooks(file, program));
  exportedLooks.set(file, known);
  return known;
}

function importedLooks(file: string, program: Node): Known {
  const imported = nodesIn(program.body).flatMap(({ type, source, specifiers }) => {
    const from = type === 'ImportDeclaration' && isNode(source) ? String(source.value) : '';
    const path = normalize(join(dirname(file), from));
    if (!from.startsWith('.') || !path.startsWith('tests/e2e/')) return [];
    return nodesIn(specifiers).flatMap(({ imported, local }) => {
      const name = nameOf(imported);
      const look = LOOKING_FUNCTIONS.has(name) ? name : looksOf(path).get(name);
      return look === undefined ? [] : [[nameOf(local), look] as const];
    });
  });
  return new Map(imported);
}

/** What is given to `expect` or `expect.soft`. */
function expectedIn({ type, callee, arguments: given }: Node): Node | undefined {
  if (type !== 'CallExpression' || !isNode(callee)) return undefined;
  const isSoft = nameOf(callee.object) === 'expect' && nameOf(callee.property) === 'soft';
  return nameOf(callee) === 'expect' || isSoft ? nodesIn(given)[0] : undefined;
}

/** With what a piece of code looks once; undefined where it waits, looks at nothing, or does not go by what it sees. */
function lookIn(node: Node, outside: Known): string | undefined {
  const known = withDeclared(node, outside);
  const called = calledIn(node);
  if (WAITS.test(called)) return undefined;
  const own = isNode(node.callee) && LOOKS.has(nameOf(node.callee.property)) ? called : known.get(nameOf(node));
  const parts = partsThatCount(node).map((part) => lookIn(part, known));
  return own ?? parts.find((look) => look !== undefined);
}

/** The parts of a node without what is only done, not gone by, and without functions that are called elsewhere. */
function partsThatCount(node: Node): Node[] {
  const done = node.type === 'ExpressionStatement' && isNode(node.expression) ? node.expression.argument : undefined;
  if (isNode(done)) return nodesIn(done.arguments);
  if (node.type === 'FunctionDeclaration') return [];
  return node.type === 'VariableDeclarator' && isNode(node.init) && isFunction(node.init) ? [] : childrenOf(node);
}

/** Whether a statement asks what was requested while nothing was waited for since the user's last act. */
function comesRightAfterAnAct(statement: Node, index: number, statements: readonly Node[]): boolean {
  if (!callsIn(statement).includes('requests') || isWaiting(statement)) return false;
  const isAct = (one: Node) => callsIn(one).some((name) => ACTS.has(name));
  const last = statements.slice(0, index).findLast((one) => isWaiting(one) || isAct(one));
  return last !== undefined && !isWaiting(last);
}

function isWaiting(statement: Node): boolean {
  const awaited = atOnce(statement).flatMap(({ type, argument }) =>
    type === 'AwaitExpression' && isNode(argument) ? [argument] : [],
  );
  const isWait = (name: string) => WAITS.test(name) || name === 'expect';
  return awaited.some((one) => callsIn(one).some(isWait) || nameOf(one.property) === 'arrived');
}

/** The names of what a piece of code calls, but for what is in functions that it makes. */
function callsIn(node: Node): string[] {
  return atOnce(node).map(calledIn);
}

function calledIn({ type, callee }: Node): string {
  return type === 'CallExpression' && isNode(callee) ? nameOf(callee) || nameOf(callee.property) : '';
}

function statementsOf({ type, body }: Node): Node[] {
  return type === 'BlockStatement' || type === 'Program' ? nodesIn(body) : [];
}

function isFunction({ type }: Node): boolean {
  return /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(type);
}

function nameOf(node: unknown): string {
  return isNode(node) && node.type === 'Identifier' ? String(node.name) : '';
}

function namesIn(pattern: Node): string[] {
  return all(pattern)
    .map(nameOf)
    .filter((name) => name !== '');
}

/** A node and all in it. */
function all(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(all)];
}

/** The same without what is in functions. */
function atOnce(node: Node): Node[] {
  return [
    node,
    ...childrenOf(node)
      .filter((child) => !isFunction(child))
      .flatMap(atOnce),
  ];
}

/** The parts of a node, but for the names of properties. */
function childrenOf(node: Node): Node[] {
  const isNamed = (key: string) => node.computed === false && (key === 'property' || key === 'key');
  const parts = Object.entries(node).filter(([key]) => !isNamed(key));
  return parts.flatMap(([, value]) => (isNode(value) ? [value] : nodesIn(value)));
}

function nodesIn(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function parsed(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0 || !isNode(program)) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  return program;
}
