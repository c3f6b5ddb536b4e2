/** A message to a provider as a Word document, by the same writer as the pack. */
import { writeSection } from '#electron/export/write.ts';
import type { ExportedFile } from '#shared/api/api.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { ProviderQuery } from '#shared/finding/query.ts';
import type { Block, Pack } from '#shared/pack/document.ts';

export async function queryDocument(
  query: ProviderQuery,
  definition: BoardDefinition,
  period: string | null,
): Promise<ExportedFile> {
  const { bytes } = await writeSection(packOf(query, definition, period ?? ''), 'query', 'docx');
  const name = `Query to ${query.name}${period ? `, ${period}` : ''}.docx`.replace(/[<>:"/\\|?*]+/g, ' ');
  return { name, bytes: Buffer.from(bytes).toString('base64') };
}

function packOf(query: ProviderQuery, { council, board }: BoardDefinition, period: string): Pack {
  return {
    title: query.subject,
    council,
    board,
    period,
    edition: 'board',
    marking: 'OFFICIAL-SENSITIVE',
    date: '',
    front: [],
    sections: [
      { code: 'query', title: query.subject, appendix: false, exempt: null, blocks: paragraphs(query.text) },
    ],
  };
}

/** Blank lines part paragraphs; a line within one begins a new one too, so that the arithmetic stays in lines. */
function paragraphs(text: string): readonly Block[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: line.trim() }] }));
}
