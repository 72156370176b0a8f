/** Given names that were common in the north of England among people born from a year on: [year, female, male]. */
const eras: readonly (readonly [number, string, string])[] = [
  [
    1900,
    'Margaret Mary Joan Doreen Jean Dorothy Edith Elsie Florence Hilda Irene Joyce Kathleen Lilian Mavis Muriel Nora Olive Phyllis Rita Sheila Sylvia Vera Winifred Audrey Betty Brenda Edna Eileen Ellen Elizabeth Ethel Freda Gladys Ivy Marjorie Patricia Theresa Teresa Veronica',
    'John William James George Thomas Robert Arthur Albert Joseph Frederick Harold Ronald Kenneth Leslie Stanley Eric Frank Walter Edward Charles Norman Reginald Sidney Ernest Dennis Alfred Cyril Bernard Francis Gerard Gordon Herbert Leonard Raymond Roy Samuel Stanley Terence Vincent Wilfred',
  ],
  [
    1942,
    'Susan Christine Margaret Patricia Linda Barbara Maureen Jean Ann Carol Janet Pauline Brenda Kathleen Sandra Marie Jacqueline Lesley Gillian Eileen Pamela Valerie Sheila Joan Elizabeth Catherine Teresa Bernadette Angela Anne Beryl Cynthia Dorothy Frances Geraldine Hilary Irene Josephine Judith Lynn Marilyn Moira Norma Rosemary Rita Sylvia Veronica Wendy Yvonne',
    'John David Peter Michael Brian Alan Anthony Robert William James Kenneth Keith Roger Barry Colin Thomas Derek Graham Terence Raymond Geoffrey Christopher Philip Stephen Paul Leslie Gerard Joseph Ronald Malcolm Francis Edward Gordon Trevor Roy Bernard Dennis Harry Frank Eric Douglas Norman Patrick Neville Vincent',
  ],
  [
    1960,
    'Susan Julie Karen Jacqueline Deborah Tracey Jane Helen Diane Sharon Tracy Angela Sarah Alison Caroline Amanda Sandra Linda Catherine Elizabeth Carol Joanne Wendy Janet Dawn Christine Nicola Paula Lisa Michelle Lorraine Maria Denise Beverley Gail Gillian Heather Jean Lynne Marie Maxine Michaela Paula Pauline Ruth Sally Teresa Theresa Yvonne',
    'Paul David Andrew Stephen Mark Michael Ian Gary Robert Richard Peter John Anthony Christopher Darren Kevin Martin Simon Philip Graham Colin Adrian Nigel Alan Neil Shaun Steven Wayne Keith Jeffrey Gerard Carl Craig Dean Derek Francis Glenn James Jonathan Joseph Lee Les Nicholas Patrick Raymond Stuart Terence Thomas Tony Trevor William',
  ],
  [
    1978,
    'Sarah Claire Nicola Emma Lisa Joanne Michelle Helen Samantha Karen Rachel Louise Julie Clare Rebecca Sharon Victoria Caroline Susan Alison Catherine Elizabeth Deborah Donna Tracey Angela Jane Zoe Kerry Melanie Sally Jennifer Andrea Natalie Kelly Laura Gemma Leanne Stacey Hayley Amy Jenna Lindsey Natasha Katie Kirsty Vicky Danielle Charlene Cheryl',
    'Paul Mark David Andrew Richard Christopher James Simon Michael Matthew Stephen Lee John Robert Darren Daniel Steven Jason Nicholas Jonathan Ian Neil Peter Stuart Anthony Martin Kevin Craig Philip Gary Scott Wayne Timothy Benjamin Adam Alan Dean Adrian Carl Thomas William Liam Ryan Gareth Joseph Sean Shaun Barry Graeme Karl',
  ],
  [
    1990,
    'Rebecca Lauren Jessica Charlotte Hannah Sophie Amy Emily Laura Emma Chloe Sarah Lucy Katie Bethany Jade Megan Danielle Alice Abigail Olivia Rachel Gemma Samantha Natalie Georgia Holly Kirsty Stephanie Amber Ellie Paige Shannon Molly Leah Caitlin Eleanor Courtney Demi Francesca Kayleigh Melissa Naomi Nicole Robyn Toni Victoria Zara Aimee Beth',
    'Thomas James Jack Daniel Matthew Ryan Joshua Luke Samuel Jordan Adam Michael Alexander Christopher Benjamin Joseph Liam Jake William Andrew George Lewis Oliver David Robert Jamie Nathan Connor Jonathan Harry Callum Aaron Ashley Bradley Kieran Scott Sean Stephen Kyle Dominic Ross Patrick Anthony Charlie Declan Edward Elliot Josh Reece Toby',
  ],
  [
    2004,
    'Olivia Emily Grace Ruby Jessica Sophie Chloe Ella Amelia Lily Evie Mia Ava Charlotte Lucy Isabella Daisy Poppy Holly Freya Isla Millie Scarlett Summer Erin Phoebe Layla Lola Florence Elsie Willow Rosie Ivy Alice Matilda Eva Maisie Imogen Esme Harper Evelyn Sienna Darcie Orla Robyn Maeve Nancy Penelope Aria Bonnie',
    'Oliver Jack Harry Alfie Charlie Thomas William Joshua George James Daniel Jacob Ethan Samuel Joseph Dylan Noah Lucas Oscar Logan Max Leo Archie Jayden Harrison Luke Finley Henry Freddie Theo Isaac Mason Edward Arthur Louie Jude Riley Toby Tommy Teddy Frankie Ronnie Albie Reggie Rory Elijah Hugo Roman Sonny Vinnie',
  ],
];

const lists = eras.map(([from, female, male]) => ({ from, f: female.split(' '), m: male.split(' ') }));

/** Given names of people of that sex born in that year. */
export function givenNamesOf(sex: 'f' | 'm', birthYear: number): readonly string[] {
  return (lists.findLast((era) => era.from <= birthYear) ?? lists[0])?.[sex] ?? [];
}

/** Family names found in a north-western English port: English, Irish, Welsh and Scottish. */
export const localFamilyNames: readonly string[] =
  'Jones Smith Williams Davies Roberts Hughes Evans Johnson Brown Taylor Thomas Murphy Kelly Wilson Walsh Edwards Kennedy Griffiths Ryan Lewis Harrison Byrne Doyle Owens Parry Molyneux Rimmer Fazakerley Halsall Sefton Rigby Lunt Ledson Formby Hesketh Aspinall Ashcroft Atherton Balmer Banks Barlow Barton Bennett Birch Bligh Booth Bootle Bowen Boyle Bradley Brady Brennan Brookes Burke Burns Butler Cain Callaghan Campbell Carey Carr Carroll Carter Cartwright Casey Cassidy Clancy Clarke Coates Coleman Collins Connolly Connor Conway Cooke Corcoran Costello Coughlan Cowley Cox Critchley Cullen Cummins Cunningham Curran Daley Dawson Delaney Dempsey Devlin Dillon Dixon Dodd Dolan Donnelly Donohue Dooley Dougherty Downey Duffy Dunne Dwyer Eccles Ellis Fairclough Fallon Farrell Fearon Fenlon Finnegan Fitzgerald Fitzpatrick Flanagan Fleming Flynn Foley Foster Fox Gallagher Garrity Geraghty Gibbons Gilmore Glover Goodwin Gorman Graham Gray Greene Griffin Hackett Halligan Hamilton Hanlon Hannah Harding Hargreaves Harris Hart Hayes Healey Heaton Hennessy Henshaw Hewitt Higgins Hill Hogan Holland Holmes Hopkins Horrocks Houghton Howard Hunt Hunter Hurst Irvine Jackson Jenkins Jennings Johnston Joyce Kane Kavanagh Keating Keegan Kehoe Kenny Kenwright Kerr Kewley Kilbride Kirkham Kirwan Lacey Lambert Larkin Latham Lawler Leary Lee Lennon Leonard Littler Lloyd Lomax Lynch Lyons Mackay Madden Maguire Maher Mahoney Maloney Mangan Marsden Marsh Martin Massey McAllister McCann McCarthy McCormack McDermott McDonald McDonough McEvoy McGrath McGuinness McKenna McLoughlin McMahon McNally McNulty McParland Mercer Molloy Monaghan Mooney Moore Moran Morgan Morris Mullen Mulligan Murray Naylor Nelson Nolan Norris Nugent O’Brien O’Connor O’Donnell O’Hara O’Keefe O’Neill O’Reilly O’Rourke Oakes Orme Osborne Owen Parker Parkinson Parr Pearson Peers Penketh Phillips Pickavance Platt Plumb Povey Power Pritchard Quayle Quigley Quinn Radcliffe Rafferty Redmond Regan Reid Renshaw Reynolds Richards Richardson Riley Robinson Rogers Rooney Rothwell Rowlands Rushton Russell Rutter Savage Scott Shaw Sheridan Sherlock Simpson Skelly Spencer Stanley Stephens Stevenson Stewart Sullivan Swift Sweeney Tierney Tobin Traynor Turner Tyrer Unsworth Vaughan Wainwright Walker Wallace Ward Waring Watson Webster Welsh Whelan White Whittle Wilkinson Winstanley Wood Woods Woodward Wright Yates Young'
    .replaceAll('’', "'")
    .split(' ');
