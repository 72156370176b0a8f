/** Names of one community of the city. `[female, male, family]`, each a list separated by spaces. */
const pools = {
  irish: [
    'Aoife Bridget Bernadette Ciara Deirdre Eileen Fionnuala Grainne Maeve Mairead Niamh Noreen Nuala Orla Roisin Siobhan Sinead Una',
    'Brendan Cathal Ciaran Colm Conor Declan Dermot Eamon Fergal Finbar Liam Niall Oisin Padraig Patrick Ronan Seamus Sean',
    "Brennan Byrne Cahill Coyle Crowley Doherty Fahy Feeney Gallagher Hegarty Keane Mulcahy Murphy Nolan O'Connell O'Dowd O'Shea Quinlan Tierney Toomey",
  ],
  polish: [
    'Agnieszka Aleksandra Anna Barbara Beata Danuta Dorota Ewa Halina Hanna Iwona Joanna Julia Katarzyna Krystyna Magdalena Małgorzata Maria Monika Oliwia Wiktoria Zofia Zuzanna',
    'Adam Andrzej Antoni Artur Filip Grzegorz Jakub Jan Jerzy Józef Kamil Krzysztof Łukasz Maciej Marcin Marek Mateusz Michał Paweł Piotr Rafał Stanisław Szymon Tomasz',
    'Adamczyk Baran Bąk Borkowski Chmiel Dąbrowski Duda Górski Jabłoński Jankowski Kaczmarek Kamiński Kowalczyk Kozłowski Krawczyk Lis Mazur Nowak Pawlak Sikora Wieczorek Wójcik Wróbel Zając Zieliński',
  ],
  romanian: [
    'Alexandra Ana Andreea Cristina Daniela Elena Florentina Gabriela Ioana Larisa Maria Mihaela Mirela Roxana Simona Ștefania',
    'Adrian Alexandru Andrei Bogdan Ciprian Cosmin Cristian Daniel Florin Gheorghe Ionuț Marius Mihai Nicolae Radu Ștefan Vasile',
    'Barbu Ciobanu Constantin Cojocaru Diaconu Dumitru Enache Florea Ionescu Lungu Marin Matei Moldovan Munteanu Neagu Oprea Popa Popescu Rusu Stan Tudor Voicu',
  ],
  chinese: [
    'Ai-Ling Hui Jia Jing Kit-Ying Lai-Fong Li-Hua Mei Mei-Ling Min Pui-Yee Siu-Fong Suk-Ling Wai-Ching Wing-Yan Xiao Xin Yan Yee-Man Ying Yuk-Lan Zhen',
    'Chi-Wai Cheuk-Him Chun Feng Hao Hoi-Tung Jian Jun Ka-Ho Kam-Wing Kin-Wah Kwok-Keung Lei Man-Kit Ming Siu-Ming Tak-Shing Wai-Keung Wei Wing-Kin Yong Yu',
    'Chan Chen Cheung Chow Chung Fung Ho Huang Kwok Lai Lam Lau Lee Leung Li Lin Liu Lo Ng Tam Tang Tse Tsang Wang Wong Wu Yang Yeung Yip Yu Zhang',
  ],
  indian: [
    'Aarti Anita Anjali Asha Deepa Divya Geeta Harpreet Jaspreet Jyoti Kavita Lakshmi Leela Manjit Meena Meera Neha Nisha Pooja Priya Radha Rani Rekha Shanti Simran Sunita Usha',
    'Ajay Amit Anil Arjun Arun Ashok Baldev Deepak Gurdeep Gurpreet Harish Jaswinder Kiran Mahesh Manoj Mohan Naresh Nikhil Pradeep Rahul Rajesh Rakesh Ravi Sanjay Suresh Vijay Vikram',
    'Bains Chandra Chaudhary Das Desai Dhillon Gill Gupta Iyer Joshi Kapoor Kaur Kumar Mehta Menon Mistry Nair Patel Pillai Rao Reddy Sandhu Shah Sharma Singh Thomas Varghese Verma',
  ],
  pakistani: [
    'Aisha Amina Ayesha Bushra Farzana Fatima Fauzia Hafsa Hina Iqra Khadija Mariam Nadia Nasreen Noreen Rabia Razia Rukhsana Saima Samina Sana Shabana Shazia Sumaira Zainab Zara',
    'Abdul Adeel Adnan Ahmed Ali Asif Bilal Faisal Farhan Hamza Hassan Ibrahim Imran Irfan Javed Kashif Khalid Mohammed Nadeem Naveed Omar Rashid Saeed Shahid Tariq Usman Waqas Yusuf Zubair',
    'Ahmed Akhtar Ali Anwar Aslam Ashraf Bashir Butt Chaudhry Hussain Iqbal Javed Khan Mahmood Malik Mirza Mughal Qureshi Rafiq Raja Rashid Riaz Saleem Shah Sheikh Siddiqui Yousaf Zafar',
  ],
  bangladeshi: [
    'Afia Anowara Fahmida Farhana Hasina Jahanara Khaleda Lutfa Momtaz Nazma Nasima Parvin Rahima Rehana Rina Rokeya Runa Salma Selina Shamima Sufia Sultana Tahmina Taslima',
    'Abdul Abul Anwar Ashraful Aminul Azizur Faruk Habibur Harun Jahangir Jamal Kamal Mahbub Mizanur Mohammed Monir Nazrul Nurul Rafiqul Rezaul Saiful Shafiqul Shahin Tofayel',
    'Ahmed Akhtar Alam Ali Begum Chowdhury Haque Hossain Hussain Islam Karim Khan Khatun Mahmud Miah Rahman Sarkar Sultana Talukder Uddin Ullah',
  ],
  arabic: [
    'Abeer Amal Amira Asma Basma Dalia Duaa Fatima Hala Hanan Huda Iman Jamila Khadija Layla Maha Mariam Mona Nawal Noor Rania Reem Salma Samira Sara Yasmin Zahra',
    'Abdullah Adel Ahmad Ali Amir Bashir Faisal Faris Hamid Hassan Hussein Ibrahim Jamal Karim Khaled Mahmoud Mohammed Mustafa Nabil Nasser Omar Rami Saleh Samir Tariq Walid Yahya Yusuf Ziad',
    'Abdulrahman Abdo Ahmed Al-Amin Al-Hakim Al-Jabri Al-Masri Al-Sayed Ali Aziz Bakr Dawood Farah Ghanem Haddad Hassan Hamdan Ibrahim Kassem Khalil Mahmoud Mansour Moussa Muthanna Nagi Nasser Obadi Omar Qasim Saeed Saleh Salim Shamiri Taher Yafai',
  ],
  somali: [
    'Amina Amran Asha Ayaan Deeqa Fadumo Faiza Farhiya Halima Hamdi Hawa Hibo Hodan Ifrah Khadra Ladan Maryan Muna Nasra Nimco Sahra Safiya Sagal Ubah Zeinab',
    'Abdi Abdirahman Abdullahi Ahmed Ali Bashir Farah Guled Hassan Hussein Ibrahim Ismail Jama Khalid Liban Mohamed Mohamud Mukhtar Mustafa Nur Omar Osman Said Yasin Yusuf Zakaria',
    'Abdi Abdullahi Adan Ahmed Ali Barre Dahir Elmi Farah Guled Haji Hassan Hersi Hussein Ibrahim Ismail Jama Kahin Mohamed Mohamud Muse Nur Omar Osman Samatar Warsame Yusuf',
  ],
  'west-african': [
    'Abena Abimbola Adaeze Adwoa Akosua Ama Amaka Blessing Chidinma Chioma Comfort Efua Esi Esther Folake Funmilayo Grace Ifeoma Joy Mercy Ngozi Ngozika Nkechi Patience Peace Ronke Temitope Titilayo Yetunde',
    'Adebayo Ade Akin Babatunde Chidi Chinedu Chukwuemeka Daniel Ebenezer Emeka Emmanuel Femi Godfrey Ibrahim Isaac Kofi Kojo Kwabena Kwame Nnamdi Obinna Olumide Oluwaseun Samuel Segun Solomon Tunde Victor Yaw',
    'Acheampong Adebayo Adeleke Adeyemi Afolabi Agyeman Ajayi Akinola Amoah Ampofo Appiah Asante Bello Boateng Chukwu Danso Eze Ibeh Mensah Nwosu Obi Ofori Ogunleye Okafor Okeke Okonkwo Olawale Osei Owusu Uche',
  ],
  caribbean: [
    'Beverley Carmen Cecilia Claudette Cynthia Daphne Delores Erica Gloria Hyacinth Icilda Joyce Leonie Marcia Merlene Monica Myrtle Patricia Sonia Sharon Simone Tanya Una Velma Yvonne',
    'Alvin Anthony Carlton Cecil Clive Courtney Delroy Desmond Devon Errol Everton Fitzroy Glenroy Leroy Linford Lloyd Marlon Melvin Neville Noel Oswald Rohan Roy Trevor Winston',
    'Allen Bailey Brown Campbell Clarke Dacosta Davis Douglas Edwards Francis Gayle Gordon Grant Hinds Isaacs James Joseph Lindo Morgan Morrison Nelson Powell Reid Robinson Thompson Wallace Walters Wilson',
  ],
  persian: [
    'Arezoo Azadeh Bahar Bita Farah Fariba Fatemeh Ghazal Golnaz Laleh Leila Maryam Mina Mitra Nasrin Nazanin Parisa Parvaneh Roya Sahar Setareh Shabnam Shirin Soraya Zahra',
    'Amir Arash Babak Behrouz Dara Ebrahim Farhad Hamid Hossein Jamshid Kamran Karim Mehdi Mohammad Naser Navid Omid Payam Reza Rostam Saeed Siavash Soran Yousef Zana',
    'Ahmadi Akbari Azizi Ebrahimi Faqiri Ghorbani Haidari Hashemi Hosseini Jafari Karimi Kazemi Mohammadi Mousavi Nazari Noori Rahimi Rahmani Rezaei Rostami Sadeghi Safi Sharifi Stanikzai Yousefi Zamani',
  ],
  eastern: [
    'Alena Anastasia Daryna Eva Galina Iryna Ivana Jana Kateryna Kristina Larysa Lenka Lyudmila Marta Natalia Nadezhda Oksana Olena Petra Svetlana Tatiana Tereza Viktoria Yuliia Zuzana',
    'Andrii Bohdan Denys Dmytro Gintaras Ivan Jaroslav Ján Juraj Kristián László Maksym Marek Martin Mykola Oleksandr Pavel Peter Roman Serhii Taras Tibor Viktor Volodymyr Zoltán',
    'Balog Bondarenko Boyko Dunka Georgiev Gunár Horváth Ivanov Kováč Kovalenko Kravchenko Lakatoš Marchenko Melnyk Novák Oláh Petrov Petrauskas Rusnák Savchenko Shevchenko Sivak Tkachenko Tóth Varga Yankov',
  ],
} as const satisfies Record<string, readonly [string, string, string]>;

export type NamePool = keyof typeof pools | 'local';

const split = new Map(
  Object.entries(pools).map(([name, [f, m, family]]) => [
    name,
    { f: f.split(' '), m: m.split(' '), family: family.split(' ') },
  ]),
);

/** The names of a community, or undefined for names given and kept locally, which go by year of birth. */
export function communityNames(pool: NamePool): { f: string[]; m: string[]; family: string[] } | undefined {
  return split.get(pool);
}
