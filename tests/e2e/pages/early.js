// Sets properties before the element is defined.
const editor = document.querySelector("http-action-editor");
editor.value = { url: "https://early.example.test/{{early}}" };
editor.scope = { variables: [{ name: "early", defaultValue: "bird" }] };
