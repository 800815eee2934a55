/**
 * What code in a hostile page's realm must not do, read from its syntax: go through anything that the page can replace.
 * Owns the rule and its lists; which folders it holds for is src/hostile-realm.test.ts.
 *
 * Inside of functions these are slips:
 * - for...of, `yield*`, and spreads and destructuring of lists: they ask the page's iterators;
 * - a method call by a name that an object of the language or the browser has, unless the receiver is ours;
 * - a call or a construction of a global, and a method or property of one: the page may have another one there by then;
 * - reading a property that is a getter of the browser's, unless the receiver is ours; and `instanceof`.
 * Code outside of functions runs before the page's first script and may do all of this.
 *
 * What syntax does not show: what type a receiver has (the lists go by names), and `await`, which asks a foreign promise for its
 * `then`, and a native one for its `constructor`.
 */
import { parseSync } from 'vite';

/** Objects of ours, of which we have made each method; nothing of the page's is in their way. */
const OURS = new Set([
  // Functions taken before the page's first script.
  ...['nativeTrack', 'nativeStream'],
  // Private maps, lists and indices: their methods are their own properties.
  ...['answers', 'backings', 'backingsByName', 'captures', 'events', 'known', 'nativeBehind', 'releasing'],
  ...['pageTracks', 'items', 'waiting', 'hosted', 'seats'],
  // What we make of closures.
  ...['backing', 'backed', 'deadline', 'opened', 'pipelines', 'pump', 'sink', 'source', 'stats'],
  ...['carrier', 'flow', 'transport', 'streams'],
  // Ports and workers by functions that were taken.
  ...['running', 'toPage', 'toPipeline'],
  // Plain data of ours, from a port that the page has no end of.
  'message',
]);

/** Of which nothing can be replaced, or which has nothing of ours to show: our words in an error, an index. */
const HARMLESS_GLOBALS = new Set(['undefined', 'NaN', 'Infinity', 'Error', 'document', 'globalThis']);

const LANGUAGE = [
  ...[Array, String, Promise, Map, Set, WeakMap, WeakSet, Function, Object, RegExp, Number, Date, Error],
  ...[ArrayBuffer, Object.getPrototypeOf(Uint8Array), Object.getPrototypeOf(function* () {}.prototype)],
] as { readonly prototype?: object }[];

const namesOf = (owner: object | undefined): string[] => (owner ? Object.getOwnPropertyNames(owner) : []);

/** Methods of the language, all of them, and of the browser's objects that come by in these folders. */
const METHODS = new Set([
  ...LANGUAGE.flatMap((owner) => namesOf(owner.prototype)).filter((name) => name !== 'constructor'),
  ...[
    'addEventListener',
    'removeEventListener',
    'dispatchEvent',
    'preventDefault',
    'abort',
    'throwIfAborted',
  ],
  ...[
    'postMessage',
    'start',
    'close',
    'clone',
    'copyTo',
    'getReader',
    'getWriter',
    'pipeTo',
    'read',
    'write',
  ],
  ...['getTracks', 'getVideoTracks', 'addTrack', 'removeTrack', 'stop', 'getSettings', 'getConstraints'],
  ...[
    'getCapabilities',
    'applyConstraints',
    'captureStream',
    'getContext',
    'drawImage',
    'requestFrame',
    'play',
  ],
  ...['getVideoPlaybackQuality', 'requestVideoFrameCallback', 'createElement', 'convertToBlob', 'terminate'],
]);

/** Getters that show a track, a frame, a stream or a state of one. */
const GETTERS = new Set([
  ...[
    'aborted',
    'signal',
    'readyState',
    'enabled',
    'muted',
    'label',
    'contentHint',
    'srcObject',
    'currentTime',
  ],
  ...[
    'totalVideoFrames',
    'displayWidth',
    'displayHeight',
    'codedWidth',
    'codedHeight',
    'timestamp',
    'readable',
  ],
  ...['writable', 'videoWidth', 'videoHeight', 'ports'],
]);

export interface Slip {
  readonly line: number;
  /** The code, and what it goes through. */
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const partsOf = (node: Node): Node[] =>
  Object.values(node).flatMap((part) =>
    Array.isArray(part) ? part.filter(isNode) : isNode(part) ? [part] : [],
  );

const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Identifier' ? (node.name as string) : null;

/** @throws Error where the source cannot be read */
export function findSlips(source: string, fileName: string): Slip[] {
  const { program, errors } = parseSync(fileName, source);
  if (errors[0]) throw new Error(`expected ${fileName} to be TypeScript: ${errors[0].message}`);
  const declared = new Set<string>();
  collectDeclared(program as unknown as Node, declared);
  const slips: Slip[] = [];

  const isGlobal = (node: unknown): boolean => {
    const name = nameOf(node);
    return name !== null && !declared.has(name) && !HARMLESS_GLOBALS.has(name);
  };
  /** The name by which the receiver is known: `pump` of `camera.pump`. */
  const isOurs = (receiver: unknown): boolean => {
    const bare = strip(receiver);
    if (!bare) return false;
    if (bare.type === 'CallExpression') return isOurs(calledObject(bare));
    const name = nameOf(bare) ?? (bare.type === 'MemberExpression' ? nameOf(bare.property) : null);
    return name !== null && OURS.has(name);
  };

  const judge = (node: Node): string | null => {
    switch (node.type) {
      case 'ForOfStatement':
        return 'the iterator of a for...of';
      case 'ArrayPattern':
        return 'the iterator of what is taken apart';
      case 'SpreadElement':
        return 'the iterator of what is spread';
      case 'YieldExpression':
        return node.delegate ? 'the iterator of a yield*' : null;
      case 'TaggedTemplateExpression':
        return isGlobal(node.tag) ? 'a global' : null;
      case 'BinaryExpression':
        return node.operator === 'instanceof' ? 'the hasInstance of a class' : null;
      case 'NewExpression':
        return isGlobal(node.callee) ? 'a global' : null;
      case 'CallExpression': {
        const callee = strip(node.callee);
        if (isGlobal(callee)) return 'a global';
        if (callee?.type !== 'MemberExpression') return null;
        const method = callee.computed ? null : nameOf(callee.property);
        return method !== null && METHODS.has(method) && !isOurs(callee.object)
          ? `the method ${method}`
          : null;
      }
      case 'MemberExpression': {
        if (isGlobal(node.object)) return 'a property of a global';
        const property = node.computed ? null : nameOf(node.property);
        return property !== null && GETTERS.has(property) && !isOurs(node.object)
          ? `the getter ${property}`
          : null;
      }
      default:
        return null;
    }
  };

  const walk = (node: Node, isInFunction: boolean, parent: Node | null): void => {
    // Types are gone when it runs.
    if (/^TS(Type|Interface|Declare|Module)/.test(node.type)) return;
    // Spread in an object reads its own properties, no iterator.
    const isOfObject = node.type === 'SpreadElement' && parent?.type === 'ObjectExpression';
    const through = isInFunction && !isOfObject ? judge(node) : null;
    if (through !== null) {
      const line = source.slice(0, node.start).split('\n').length;
      slips.push({ line, text: `${source.slice(node.start, node.end).split('\n')[0]}: ${through}` });
    }
    const begins = /Function|^MethodDefinition|^PropertyDefinition/.test(node.type);
    for (const part of partsOf(node)) walk(part, isInFunction || begins, node);
  };
  walk(program as unknown as Node, false, null);
  return slips;
}

/** Without what stands around an expression in TypeScript: `(a as B)!`. */
function strip(node: unknown): Node | null {
  let bare = isNode(node) ? node : null;
  while (bare && /^(TSAs|TSNonNull|TSSatisfies|Parenthesized|Chain)/.test(bare.type)) {
    bare = isNode(bare.expression) ? bare.expression : null;
  }
  return bare;
}

function calledObject(call: Node): unknown {
  const callee = strip(call.callee);
  return callee?.type === 'MemberExpression' ? callee.object : callee;
}

/** Every name that the file binds anywhere: imports, variables, parameters, functions, classes. */
function collectDeclared(node: Node, names: Set<string>): void {
  if (/^Import\w*Specifier$/.test(node.type)) bind(node.local, names);
  else if (node.type === 'VariableDeclarator') bind(node.id, names);
  else if (node.type === 'CatchClause') bind(node.param, names);
  else if (/Function/.test(node.type) || node.type === 'ClassDeclaration') {
    bind(node.id, names);
    for (const parameter of (node.params as unknown[] | undefined) ?? []) bind(parameter, names);
  }
  for (const part of partsOf(node)) collectDeclared(part, names);
}

function bind(pattern: unknown, names: Set<string>): void {
  if (!isNode(pattern)) return;
  const name = nameOf(pattern);
  if (name !== null) names.add(name);
  else if (pattern.type === 'Property') bind(pattern.value, names);
  else if (pattern.type === 'AssignmentPattern') bind(pattern.left, names);
  else if (/Pattern$|^RestElement$|^TSParameterProperty$/.test(pattern.type))
    for (const part of partsOf(pattern)) bind(part, names);
}
