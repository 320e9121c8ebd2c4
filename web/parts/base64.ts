/** The bytes of a file in base64. @throws Error for people when it cannot be read */
export function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error(`${file.name} could not be read: ${reader.error?.message}`));
    reader.readAsDataURL(file);
  });
}
