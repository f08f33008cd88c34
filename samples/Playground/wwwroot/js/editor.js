// The editor: Monaco, with the findings of .NET as squiggles, the rule's page on hover and the fixes behind the light bulb.
const base = new URL('../_content/BlazorMonaco/lib/monaco-editor/min/vs', import.meta.url).href;
const language = 'csharp';
const pause = 250;

let monaco, editor, server, timer, version = 0, changedAt = 0, coloured;

function load() {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = base + '/loader.js';
    script.onerror = () => reject(new Error('The editor could not be loaded.'));
    script.onload = () => {
      window.require.config({ paths: { vs: base } });
      window.require(['vs/editor/editor.main'], () => resolve(window.monaco), reject);
    };
    document.head.append(script);
  });
}

const themeOf = dark => (dark ? 'lossgen-dark' : 'lossgen-light');

// Colours with more contrast than the editor's own, on the page's ground.
function defineThemes() {
  const theme = (name, base, ground, keyword, string, number, comment) => monaco.editor.defineTheme(name, {
    base,
    inherit: true,
    colors: { 'editor.background': ground },
    rules: [
      { token: 'keyword', foreground: keyword },
      { token: 'string', foreground: string },
      { token: 'number', foreground: number },
      { token: 'comment', foreground: comment },
    ],
  });
  theme('lossgen-light', 'vs', '#ffffff', '0033b3', '8f1414', '0a6245', '2c6b1f');
  theme('lossgen-dark', 'vs-dark', '#14181e', '7fb0ff', 'eaa988', 'b9d8a9', '93bd80');
}

/** Makes the editor in an element; reference is the .NET object that analyses. */
export async function create(host, reference, text, dark) {
  server = reference;
  monaco = await load();
  defineThemes();
  editor = monaco.editor.create(host, {
    value: text,
    language,
    theme: themeOf(dark),
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    fontSize: 14,
    lineNumbersMinChars: 3,
    fixedOverflowWidgets: true,
    ariaLabel: 'C# program',
    accessibilitySupport: 'on',
    tabSize: 4,
  });
  editor.onDidChangeModelContent(() => {
    version++;
    changedAt = performance.now();
    clearTimeout(timer);
    timer = setTimeout(changed, pause);
  });
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => server.invokeMethodAsync('RunKernel'));
  monaco.languages.registerHoverProvider(language, { provideHover: hover });
  monaco.languages.registerCodeActionProvider(language, { provideCodeActions: actions }, { providedCodeActionKinds: ['quickfix'] });
}

function changed() {
  server.invokeMethodAsync('TextChanged', editor.getValue(), version);
}

const rangeOf = f => new monaco.Range(f.line, f.column, f.endLine, f.endColumn);

function pageOf(id) {
  const page = new URL(document.baseURI);
  page.search = '?page=docs/rules/' + id + '.md';
  page.hash = '';
  return monaco.Uri.parse(page.href);
}

/** Shows the findings of a version of the text; of an older one they would stand in the wrong places. */
export function show(findings, of) {
  if (of !== version) return;
  const severities = { Error: 8, Warning: 4, Info: 2 };
  monaco.editor.setModelMarkers(editor.getModel(), 'lossgen', findings.map(f => ({
    severity: severities[f.severity] ?? 1,
    message: f.message,
    source: f.isRule ? 'LossGen' : 'C#',
    code: f.isRule ? { value: f.id, target: pageOf(f.id) } : f.id,
    startLineNumber: f.line,
    startColumn: f.column,
    endLineNumber: f.endLine,
    endColumn: f.endColumn,
  })));
  document.documentElement.dataset.squiggles = String(Math.round(performance.now() - changedAt));
}

async function hover(model, position) {
  const here = monaco.editor.getModelMarkers({ owner: 'lossgen' }).find(m => m.source === 'LossGen'
    && monaco.Range.containsPosition(m, position));
  if (!here) return null;
  const text = await DotNet.invokeMethodAsync('LossGen.Playground', 'RulePage', here.code.value);
  return text ? { range: here, contents: [{ value: text }] } : null;
}

async function actions(model, range) {
  const before = version;
  const fixes = await server.invokeMethodAsync('FixesBetween', range.startLineNumber, range.startColumn, range.endLineNumber, range.endColumn);
  if (before !== version) return { actions: [], dispose() { } };
  return {
    actions: fixes.map((fix, i) => ({
      title: fix.title,
      kind: 'quickfix',
      isPreferred: i === 0,
      edit: { edits: fix.edits.map(e => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: rangeOf(e), text: e.text },
      })) },
    })),
    dispose() { },
  };
}

/** Applies a fix that was chosen beside the editor; it can be undone there. */
export function apply(edits) {
  editor.pushUndoStop();
  editor.executeEdits('fix', edits.map(e => ({ range: rangeOf(e), text: e.text })));
  editor.pushUndoStop();
  editor.focus();
}

export function getText() {
  return editor.getValue();
}

export function setText(text) {
  editor.setValue(text);
  editor.setScrollTop(0);
}

export function reveal(line, column) {
  editor.setPosition({ lineNumber: line, column });
  editor.revealLineInCenter(line);
  editor.focus();
}

export async function setDark(dark) {
  monaco?.editor.setTheme(themeOf(dark));
  if (coloured) await colour(coloured.element, coloured.text);
}

/** C# as coloured HTML. Its classes belong to the theme, so that it is coloured again with the next one. */
export async function colour(element, text) {
  coloured = { element, text };
  element.textContent = text;
  if (monaco) element.innerHTML = await monaco.editor.colorize(text, language, { tabSize: 4 });
}
