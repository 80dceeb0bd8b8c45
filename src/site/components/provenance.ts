/** Where a page comes from. Texts are shown as given; what is absent is left out. */
export interface ProvenanceProps {
  /** Path of the source, relative to the repository. */
  source?: string;
  /** Short hash of the commit. */
  commit?: string;
  /** Day of the commit, in words. */
  commitDate?: string;
  /** Hash of the content's tree, shortened. */
  tree?: string;
  /** When the page was rendered, in words. */
  rendered?: string;
  /** When it was last reviewed, and by which role. */
  reviewed?: string;
  /** What readers must know about the history, such as a shallow clone. */
  note?: string;
  /** Who wrote the source, the latest first, by what they call themselves in Git. */
  authors?: string | undefined;
  edit?: string | undefined;
  /** Where the files stand, of which a page is made that has none of its own. */
  files?: string | undefined;
  history?: string | undefined;
  permalink?: string | undefined;
}
