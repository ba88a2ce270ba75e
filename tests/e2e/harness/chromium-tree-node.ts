/** What DevTools' `Accessibility.getFullAXTree` gives for one node, as far as it is used here. */
export interface DevToolsNode {
  nodeId: string;
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  value?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

/** One node of a page's accessibility tree, with what is in it. Nodes that say nothing to a reader are left out. */
export interface TreeNode {
  role: string;
  name: string;
  value: string;
  focused: boolean;
  disabled: boolean;
  children: TreeNode[];
  /** DevTools' `backendNodeId`. */
  domNode: number;
}

/** Every node of one frame, in the order of the document, as trees. */
export function parseTree(nodes: DevToolsNode[]): TreeNode[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const treeOf = (id: string): TreeNode[] => {
    const node = byId.get(id);
    if (node === undefined) return [];
    const children = (node.childIds ?? []).flatMap(treeOf);
    if (node.ignored || node.backendDOMNodeId === undefined) return children;
    return [{ ...described(node), children, domNode: node.backendDOMNodeId }];
  };
  const root = nodes[0];
  return root === undefined ? [] : treeOf(root.nodeId).flatMap(flatten);
}

function described(node: DevToolsNode): Omit<TreeNode, 'children' | 'domNode'> {
  const text = (property?: { value?: unknown }) =>
    String(property?.value ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const is = (property: string) =>
    node.properties?.some(({ name, value }) => name === property && value.value === true);
  return {
    role: text(node.role),
    name: String(node.name?.value ?? ''),
    value: text(node.value),
    focused: is('focused') ?? false,
    disabled: is('disabled') ?? false,
  };
}

function flatten(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(flatten)];
}

/** Roles that go on in the line they stand in. */
const INLINE_ROLES = new Set([
  'StaticText',
  'strong',
  'emphasis',
  'link',
  'mark',
  'code',
  'time',
  'subscript',
  'superscript',
]);

/** What is read out inside a node, a line for each block. A node without text inside, such as a picture, is read by its name. */
export function linesOf(node: TreeNode): string[] {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    const words = line.replace(/\s+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
  };
  const read = (current: TreeNode) => {
    if (current.role === 'StaticText') {
      line += current.name;
      return;
    }
    const inline = INLINE_ROLES.has(current.role);
    if (!inline) endLine();
    if (current.children.length === 0) line += current.value || current.name;
    for (const child of current.children) read(child);
    if (!inline) endLine();
  };
  for (const child of node.children) read(child);
  endLine();
  return lines;
}
