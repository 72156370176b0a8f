/** The part of PouchDB that the bench uses; the package brings no types. */
declare module 'pouchdb-node' {
  export interface Doc {
    _id: string;
    _rev?: string;
    [field: string]: unknown;
  }
  interface Rows {
    rows: { id: string; key: unknown; value: unknown; doc?: Doc }[];
  }
  interface Page {
    include_docs?: boolean;
    keys?: unknown[];
    key?: unknown;
    startkey?: unknown;
    endkey?: unknown;
    descending?: boolean;
    limit?: number;
    group?: boolean;
    reduce?: boolean;
  }
  export default class PouchDB {
    static plugin(plugin: unknown): void;
    constructor(folder: string);
    put(doc: Doc): Promise<{ rev: string }>;
    get(id: string): Promise<Doc>;
    bulkDocs(docs: readonly Doc[]): Promise<{ ok?: boolean; error?: boolean }[]>;
    allDocs(page: Page): Promise<Rows>;
    query(view: string, page: Page): Promise<Rows>;
    createIndex(index: { index: { fields: string[]; name: string; ddoc: string } }): Promise<unknown>;
    find(question: {
      selector: Record<string, unknown>;
      sort?: Record<string, 'asc' | 'desc'>[];
      limit?: number;
      use_index?: string;
    }): Promise<{ docs: Doc[] }>;
    close(): Promise<void>;
    destroy(): Promise<void>;
  }
}
declare module 'pouchdb-find';
