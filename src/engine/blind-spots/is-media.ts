const MEDIA = new Set(
  [
    'png jpg jpeg gif webp avif bmp ico icns tif tiff psd heic',
    'mp3 mp4 m4a m4v mov avi mkv webm ogg oga ogv wav flac aac',
    'woff woff2 ttf otf eot',
    'zip gz tgz bz2 xz zst 7z rar tar jar war',
    'pdf doc docx xls xlsx ppt pptx odt ods',
    'wasm node so dll dylib exe class pyc sqlite',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a file's extension says that it was never meant to be text: not reading such a file is no gap. */
export function isMedia(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 && MEDIA.has(name.slice(dot + 1).toLowerCase());
}
