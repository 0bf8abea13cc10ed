'use strict';

// The token lives in this page's memory only: closing the page signs out.
let token = null;

const EXAMPLE = `# Press the triangle. Who is A06 printed to, who accepted it, since when, and who said so?
query WhoLeads {
  node(id: "action-mash.leadership.A06") {
    ... on Action {
      code
      leadAsPrinted
      standing
      acceptances {
        partyName
        standing
        since
        saidBy { person partner }
      }
    }
  }
}
`;

const byId = id => document.getElementById(id);

const fetcher = async params => {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json' };
  if (token) headers.Authorization = 'Bearer ' + token;
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(params) });
  return response.json();
};

let signIns = 0;
const root = ReactDOM.createRoot(byId('graphiql'));
// A new key asks for the schema again, as the person who is signed in now.
const show = () => root.render(React.createElement(GraphiQL, {
  key: signIns++, fetcher, defaultQuery: EXAMPLE, isHeadersEditorEnabled: false, shouldPersistHeaders: false,
}));

const demoToken = async person => {
  const response = await fetch('/oauth2/token', {
    method: 'POST',
    headers: { Authorization: 'Basic ' + btoa(person + ':demo') },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!response.ok) throw new Error('refused: ' + response.status);
  return (await response.json()).access_token;
};

byId('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  const person = byId('person').value;
  try {
    token = person ? await demoToken(person) : byId('token').value.trim();
    byId('who').value = person ? 'Signed in as ' + person + '.' : 'The token is used from now on.';
  } catch (e) {
    token = null;
    byId('who').value = 'Signing in failed (' + e.message + ').';
  }
  show();
});

fetch('/graphiql/people').then(r => r.json()).then(({ people }) => {
  for (const person of people) byId('person').append(new Option(person, person));
  byId(people.length ? 'demo' : 'real').hidden = false;
  if (people.length) byId('sign-in').requestSubmit();
  else show();
});
