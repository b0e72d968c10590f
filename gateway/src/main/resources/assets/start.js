// Shows the merged document; tokens are pasted by the reader and never stored.
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  filter: true,
  docExpansion: 'none',
  persistAuthorization: false,
  validatorUrl: null,
});
